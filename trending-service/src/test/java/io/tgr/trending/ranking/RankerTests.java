package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

import static org.assertj.core.api.Assertions.assertThat;

class RankerTests {

	private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-21");

	private static final Instant NOW = Instant.parse("2026-11-22T03:00:00Z");

	private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

	private final Ranker ranker = new Ranker(new Formula(FormulaTests.properties()));

	@Test
	void ranksOnlyWhatWasMeasuredOnEveryDayOfTheWindow() {
		List<TrackedRepository> repositories = List.of(repository("o/full", OLD, YESTERDAY.minusDays(29), 30),
				repository("o/week", OLD, YESTERDAY.minusDays(6), 7),
				new TrackedRepository(candidate("o/never", OLD, 5), null));
		assertThat(names(this.ranker.rank(repositories, Window.MONTHLY, YESTERDAY))).containsExactly("o/full");
		assertThat(names(this.ranker.rank(repositories, Window.WEEKLY, YESTERDAY))).containsExactlyInAnyOrder("o/full",
				"o/week");
		assertThat(this.ranker.rank(repositories, Window.WEEKLY, YESTERDAY).candidates()).isEqualTo(3);
	}

	@Test
	void countsDaysBeforeTheCreationAsMeasured() {
		Instant created = Instant.parse("2026-11-19T10:00:00Z");
		TrackedRepository young = repository("o/young", created, LocalDate.parse("2026-11-19"), 3);
		RankedRepository row = this.ranker.rank(List.of(young), Window.WEEKLY, YESTERDAY).rows(Sort.SCORE).get(0);
		assertThat(row.history()).extracting(DayStars::stars).containsExactly(0, 0, 0, 0, 10, 10, 10);
		assertThat(row.gained()).isEqualTo(30);
		assertThat(row.growth()).as("younger than the window").isNull();
		RankedRepository day = this.ranker.rank(List.of(young), Window.DAILY, YESTERDAY).rows(Sort.SCORE).get(0);
		assertThat(day.growth()).isEqualTo(10.0 / (1_000 - 10 - 3));
	}

	@Test
	void measuresGrowthAgainstTheStarsAtTheStart() {
		TrackedRepository repository = repository("o/n", OLD, YESTERDAY.minusDays(29), 30);
		RankedRepository row = this.ranker.rank(List.of(repository), Window.WEEKLY, YESTERDAY).rows(Sort.SCORE).get(0);
		assertThat(row.gained()).isEqualTo(70);
		assertThat(row.growth()).isEqualTo(70.0 / (1_000 - 70 - 3));
		assertThat(row.today(YESTERDAY.plusDays(1))).isEqualTo(3);
		assertThat(row.today(YESTERDAY.plusDays(2))).as("of another day").isNull();
	}

	@Test
	void measuresGrowthByTheStarsCountedWithTheDays() {
		StarHistory history = new StarHistory(YESTERDAY.minusDays(29), Collections.nCopies(30, 10), 3, NOW, 2_073L);
		RankedRepository row = this.ranker
			.rank(List.of(new TrackedRepository(candidate("o/n", OLD, 1_000), history)), Window.WEEKLY, YESTERDAY)
			.rows(Sort.SCORE)
			.get(0);
		assertThat(row.growth()).isEqualTo(70.0 / 2_000);
	}

	@Test
	void looksBackFromTheNewestDayThatHalfOfThemKnow() {
		List<TrackedRepository> repositories = new ArrayList<>();
		for (int i = 0; i < 10; i++) {
			repositories.add(repository("o/late" + i, OLD, YESTERDAY.minusDays(40), 40));
		}
		assertThat(this.ranker.rank(repositories, Window.DAILY, YESTERDAY).period().to())
			.isEqualTo(YESTERDAY.minusDays(1));
		for (int i = 0; i < 9; i++) {
			repositories.add(repository("o/new" + i, OLD, YESTERDAY.minusDays(39), 40));
		}
		Ranking before = this.ranker.rank(repositories, Window.DAILY, YESTERDAY);
		assertThat(before.period().to()).isEqualTo(YESTERDAY.minusDays(1));
		assertThat(before.measured()).isEqualTo(19);
		repositories.add(repository("o/new9", OLD, YESTERDAY.minusDays(39), 40));
		Ranking after = this.ranker.rank(repositories, Window.DAILY, YESTERDAY);
		assertThat(after.period().to()).isEqualTo(YESTERDAY);
		assertThat(after.measured()).isEqualTo(10);
	}

	@Test
	void movesOnWhenTheTopIsKnownHoweverManyOthersAreNotMeasuredAgain() {
		List<TrackedRepository> repositories = new ArrayList<>();
		for (int i = 0; i < 300; i++) {
			repositories.add(repository("o/old" + i, OLD, YESTERDAY.minusDays(40 + i % 5), 40));
		}
		for (int i = 0; i < 130; i++) {
			repositories.add(new TrackedRepository(candidate("o/top" + i, OLD, 1_000),
					new StarHistory(YESTERDAY.minusDays(29), Collections.nCopies(30, 20), 3, NOW)));
		}
		Ranking ranking = this.ranker.rank(repositories, Window.MONTHLY, YESTERDAY);
		assertThat(ranking.period().to()).isEqualTo(YESTERDAY);
		assertThat(ranking.measured()).isEqualTo(130);
		assertThat(ranking.candidates()).isEqualTo(430);
	}

	@Test
	void losesNobodyAcrossMidnight() {
		CandidatePool pool = new CandidatePool(new PoolProperties(100), Clock.systemUTC());
		for (int i = 0; i < 10; i++) {
			pool.seen(List.of(candidate("o/n" + i, OLD, 1_000)));
			pool.measured("o/n" + i, history(YESTERDAY.minusDays(1), NOW.minus(1, ChronoUnit.DAYS)));
		}
		for (int again = 0; again <= 10; again++) {
			Ranking ranking = this.ranker.rank(pool.of(null), Window.MONTHLY, YESTERDAY);
			assertThat(ranking.period().to()).isEqualTo((again < 5) ? YESTERDAY.minusDays(1) : YESTERDAY);
			assertThat(ranking.measured()).as("%s measured again", again).isEqualTo((again < 5) ? 10 : again);
			pool.measured("o/n" + again, history(YESTERDAY, NOW));
		}
	}

	@Test
	void neverLooksIntoTheFuture() {
		TrackedRepository ahead = repository("o/n", OLD, YESTERDAY.minusDays(10), 20);
		assertThat(this.ranker.rank(List.of(ahead), Window.DAILY, YESTERDAY).period().to()).isEqualTo(YESTERDAY);
		assertThat(this.ranker.rank(List.of(), Window.DAILY, YESTERDAY).period().to()).isEqualTo(YESTERDAY);
	}

	@Test
	void breaksTiesByNameWhateverTheOrderTheyCameIn() {
		List<TrackedRepository> repositories = new ArrayList<>();
		for (String name : List.of("b/x", "A/x", "c/x")) {
			repositories.add(repository(name, OLD, YESTERDAY.minusDays(29), 30));
		}
		for (Sort sort : Sort.values()) {
			Collections.rotate(repositories, 1);
			Ranking ranking = this.ranker.rank(repositories, Window.WEEKLY, YESTERDAY);
			assertThat(ranking.rows(sort)).extracting((row) -> row.candidate().fullName())
				.containsExactly("A/x", "b/x", "c/x");
			assertThat(ranking.rankOf("B/X")).isEqualTo(2);
			assertThat(ranking.rankOf("d/x")).isNull();
		}
	}

	private static List<String> names(Ranking ranking) {
		return ranking.rows(Sort.SCORE).stream().map((row) -> row.candidate().fullName()).toList();
	}

	private static TrackedRepository repository(String name, Instant created, LocalDate from, int days) {
		return new TrackedRepository(candidate(name, created, 1_000),
				new StarHistory(from, Collections.nCopies(days, 10), 3, NOW));
	}

	private static StarHistory history(LocalDate to, Instant asOf) {
		return new StarHistory(to.minusDays(29), Collections.nCopies(30, 10), 3, asOf);
	}

	private static Candidate candidate(String name, Instant created, long stars) {
		return new Candidate(name.hashCode(), name, "https://github.com/" + name, null, "Java", List.of(), null,
				created, null, stars, 100, NOW);
	}

}
