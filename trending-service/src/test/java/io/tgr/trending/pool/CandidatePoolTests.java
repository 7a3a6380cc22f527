package io.tgr.trending.pool;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CandidatePoolTests {

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private final CandidatePool pool = new CandidatePool(new PoolProperties(10), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void findsInAnyCaseAndByLanguage() {
		this.pool.seen(List.of(candidate("Owner/One", "Java", 5, NOW), candidate("owner/two", null, 6, NOW)));
		assertThat(this.pool.find("oWNER/oNE")).isNotNull();
		assertThat(this.pool.of("Java")).extracting((found) -> found.candidate().fullName())
			.containsExactly("Owner/One");
		assertThat(this.pool.of(null)).hasSize(2);
		assertThat(this.pool.of("C")).isEmpty();
		assertThat(this.pool.size("Java")).isEqualTo(1);
	}

	@Test
	void knowsALanguageInAnyCase() {
		long before = this.pool.version("Vim script");
		this.pool.seen(List.of(candidate("o/n", "Vim Script", 5, NOW)));
		assertThat(this.pool.of("Vim script")).extracting((found) -> found.candidate().language())
			.containsExactly("Vim Script");
		assertThat(this.pool.size("VIM SCRIPT")).isEqualTo(1);
		assertThat(this.pool.version("Vim script")).isGreaterThan(before);
		this.pool.seen(List.of(candidate("o/n", "Vim script", 5, NOW.plusSeconds(1))));
		assertThat(this.pool.of("vim script")).hasSize(1);
		this.pool.removed("o/n");
		assertThat(this.pool.of("Vim Script")).isEmpty();
	}

	@Test
	void keepsTheNewerSight() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.seen(List.of(candidate("o/n", "Java", 5, NOW.minusSeconds(1))));
		assertThat(stars("o/n")).isEqualTo(7);
		this.pool.seen(List.of(candidate("o/n", "Kotlin", 9, NOW.plusSeconds(1))));
		assertThat(stars("o/n")).isEqualTo(9);
		assertThat(this.pool.of("Java")).isEmpty();
		assertThat(this.pool.of("Kotlin")).hasSize(1);
	}

	@Test
	void keepsTheHistoryWhenSeenAgain() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.measured("O/N", history(NOW));
		this.pool.seen(List.of(candidate("o/n", "Java", 8, NOW.plusSeconds(1))));
		assertThat(this.pool.of("Java").get(0).history()).isEqualTo(history(NOW));
	}

	@Test
	void ignoresOlderHistoryAndStrangers() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.measured("o/n", history(NOW));
		this.pool.measured("o/n", history(NOW.minusSeconds(1)));
		this.pool.measured("no/body", history(NOW));
		assertThat(this.pool.of("Java").get(0).history()).isEqualTo(history(NOW));
		assertThat(this.pool.find("no/body")).isNull();
	}

	@Test
	void keepsOlderDaysThatTheNewHistoryContinues() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.measured("o/n", days("2026-11-01", 19, 1, NOW));
		this.pool.measured("o/n", days("2026-11-20", 2, 5, NOW.plusSeconds(1)));
		assertThat(this.pool.of("Java").get(0).history()).satisfies((history) -> {
			assertThat(history.from()).isEqualTo(LocalDate.parse("2026-11-01"));
			assertThat(history.to()).isEqualTo(LocalDate.parse("2026-11-21"));
			assertThat(history.days()).hasSize(21).endsWith(1, 5, 5);
		});
	}

	@Test
	void forgetsDaysBeforeAGapAndThoseOfLongAgo() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.measured("o/n", days("2026-11-01", 18, 1, NOW));
		this.pool.measured("o/n", days("2026-11-20", 2, 5, NOW.plusSeconds(1)));
		assertThat(this.pool.of("Java").get(0).history()).isEqualTo(days("2026-11-20", 2, 5, NOW.plusSeconds(1)));
		this.pool.seen(List.of(candidate("o/m", "C", 7, NOW)));
		this.pool.measured("o/m", days("2026-08-01", 60, 1, NOW));
		this.pool.measured("o/m", days("2026-08-15", 88, 2, NOW.plusSeconds(1)));
		StarHistory history = this.pool.of("C").get(0).history();
		assertThat(history).isNotNull();
		assertThat(history.days()).hasSize(90).startsWith(1, 1, 2);
	}

	@Test
	void keepsTheNewerCountOfStars() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.measured("o/n", total(9, NOW.plusSeconds(1)));
		assertThat(stars("o/n")).isEqualTo(9);
		this.pool.seen(List.of(candidate("o/n", "Java", 12, NOW.plusSeconds(2))));
		assertThat(stars("o/n")).isEqualTo(12);
		this.pool.measured("o/n", total(10, NOW.plusSeconds(1)));
		assertThat(stars("o/n")).isEqualTo(12);
	}

	@Test
	void followsARename() {
		this.pool.seen(List.of(candidate("old/name", "Java", 7, NOW)));
		this.pool.measured("old/name", history(NOW));
		this.pool.renamed("old/name", "new/name");
		assertThat(this.pool.find("old/name")).isNull();
		assertThat(this.pool.of("Java")).singleElement().satisfies((found) -> {
			assertThat(found.candidate().fullName()).isEqualTo("new/name");
			assertThat(found.candidate().url()).isEqualTo("https://github.com/new/name");
			assertThat(found.history()).isNotNull();
		});
	}

	@Test
	void isFoundAllTheWhileThatItIsSeenAndMeasured() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		for (int time = 0; time < 2; time++) {
			this.pool.measured("O/N", history(NOW));
			assertThat(this.pool.find("o/n")).isNotNull();
			this.pool.renamed("o/n", "O/n");
			assertThat(this.pool.of("Java")).hasSize(1);
			assertThat(this.pool.find("o/n")).isNotNull();
		}
	}

	@Test
	void knowsARenamedRepositoryByItsId() {
		this.pool.seen(List.of(candidate(1, "old/name", "C", 7, NOW), candidate(2, "o/other", "C", 5, NOW)));
		this.pool.measured("old/name", history(NOW));
		this.pool.seen(List.of(candidate(1, "new/name", "Java", 8, NOW.plusSeconds(1))));
		assertThat(this.pool.find("old/name")).isNull();
		assertThat(this.pool.find("new/name")).satisfies((found) -> {
			assertThat(found.candidate().stars()).isEqualTo(8);
			assertThat(found.history()).isEqualTo(history(NOW));
		});
		assertThat(this.pool.of("C")).hasSize(1);
		assertThat(this.pool.of("Java")).hasSize(1);
		this.pool.seen(List.of(candidate(1, "old/name", "Java", 7, NOW)));
		assertThat(this.pool.find("old/name")).as("an older sight").isNull();
		assertThat(this.pool.size(null)).isEqualTo(2);
	}

	@Test
	void knowsARepositoryByItsIdAfterARenameThatWasTold() {
		this.pool.seen(List.of(candidate(1, "old/name", "Java", 7, NOW)));
		this.pool.renamed("old/name", "new/name");
		this.pool.seen(List.of(candidate(1, "newest/name", "Java", 7, NOW.plusSeconds(1))));
		assertThat(this.pool.of("Java")).singleElement()
			.satisfies((found) -> assertThat(found.candidate().fullName()).isEqualTo("newest/name"));
	}

	@Test
	void givesNobodyTheHistoryOfWhoHadItsName() {
		this.pool.seen(List.of(candidate(1, "o/n", "Java", 7, NOW)));
		this.pool.measured("o/n", history(NOW));
		this.pool.seen(List.of(candidate(2, "o/n", "Java", 1, NOW.plusSeconds(1))));
		assertThat(this.pool.of("Java")).singleElement().satisfies((found) -> {
			assertThat(found.candidate().id()).isEqualTo(2);
			assertThat(found.history()).isNull();
		});
		this.pool.seen(List.of(candidate(1, "o/moved", "Java", 7, NOW.plusSeconds(2))));
		assertThat(this.pool.size("Java")).isEqualTo(2);
	}

	@Test
	void namesThatWanderLeaveNothingBehind() {
		for (int second = 0; second < 100; second++) {
			this.pool.seen(List
				.of(candidate(second % 3, "o/n" + (second / 3 + second) % 5, "Java", 7, NOW.plusSeconds(second))));
		}
		assertThat(this.pool.size(null)).isBetween(1, 3);
		assertThat(this.pool.of("Java")).hasSize(this.pool.size(null));
		assertThat(this.pool.of(null)).extracting((found) -> found.candidate().id()).doesNotHaveDuplicates();
	}

	@Test
	void staysWithinItsBoundWhoeverAdds() {
		IntStream.range(0, 500)
			.parallel()
			.forEach((number) -> this.pool.seen(List.of(candidate("o/n" + number, "Java", number, NOW))));
		assertThat(this.pool.size(null)).isBetween(9, 10);
		assertThat(this.pool.of("Java")).hasSize(this.pool.size(null));
	}

	@Test
	void knowsFormerNamesHoweverTheyWereGivenUp() {
		this.pool.seen(List.of(candidate(1, "old/Name", "Java", 7, NOW)));
		this.pool.renamed("old/name", "newer/name");
		assertThat(formerly("OLD/name")).isEqualTo("newer/name");
		this.pool.seen(List.of(candidate(1, "newest/name", "Java", 7, NOW.plusSeconds(1))));
		assertThat(formerly("old/name")).isEqualTo("newest/name");
		assertThat(formerly("newer/name")).isEqualTo("newest/name");
		this.pool.seen(List.of(candidate(2, "known/already", "Java", 7, NOW)));
		this.pool.renamed("newest/name", "known/already");
		assertThat(formerly("newest/name")).isEqualTo("known/already");
		assertThat(formerly("no/body")).isNull();
	}

	@Test
	void knowsNoFormerNamesOfWhatIsGone() {
		this.pool.seen(List.of(candidate("old/name", "Java", 7, NOW)));
		this.pool.renamed("old/name", "new/name");
		this.pool.removed("new/name");
		assertThat(formerly("old/name")).isNull();
	}

	private @Nullable String formerly(String name) {
		TrackedRepository found = this.pool.findFormer(name);
		return (found != null) ? found.candidate().fullName() : null;
	}

	@Test
	void forgetsWhatIsGone() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		this.pool.removed("o/N");
		assertThat(this.pool.find("o/n")).isNull();
		assertThat(this.pool.of("Java")).isEmpty();
	}

	@Test
	void raisesTheVersionOfWhatChangedOnly() {
		this.pool.seen(List.of(candidate("o/n", "Java", 7, NOW)));
		long java = this.pool.version("Java");
		long all = this.pool.version(null);
		this.pool.seen(List.of(candidate("o/m", "C", 7, NOW)));
		assertThat(this.pool.version("Java")).isEqualTo(java);
		assertThat(this.pool.version(null)).isGreaterThan(all);
		this.pool.measured("o/n", history(NOW));
		assertThat(this.pool.version("Java")).isGreaterThan(java);
	}

	private long stars(String name) {
		TrackedRepository found = this.pool.find(name);
		assertThat(found).isNotNull();
		return found.candidate().stars();
	}

	private static StarHistory history(Instant asOf) {
		return new StarHistory(LocalDate.parse("2026-11-20"), List.of(1, 2), 0, asOf);
	}

	private static StarHistory total(long total, Instant asOf) {
		return new StarHistory(LocalDate.parse("2026-11-20"), List.of(1, 2), 0, asOf, total);
	}

	private static StarHistory days(String from, int count, int stars, Instant asOf) {
		return new StarHistory(LocalDate.parse(from), Collections.nCopies(count, stars), 0, asOf);
	}

	private static Candidate candidate(String name, @Nullable String language, long stars, Instant seenAt) {
		return candidate(name.hashCode(), name, language, stars, seenAt);
	}

	private static Candidate candidate(long id, String name, @Nullable String language, long stars, Instant seenAt) {
		return new Candidate(id, name, "https://github.com/" + name, null, language, List.of(), null,
				Instant.parse("2020-01-01T00:00:00Z"), null, stars, 1, seenAt);
	}

}
