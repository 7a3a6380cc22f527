package io.tgr.trending.pool;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoomTests {

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private final CandidatePool pool = new CandidatePool(new PoolProperties(10), Clock.fixed(NOW, ZoneOffset.UTC));

	@Test
	void makesRoomByLettingGoWhatGrowsLeast() {
		for (int stars = 1; stars <= 10; stars++) {
			this.pool.seen(List.of(candidate("o/n" + stars, "Java", stars, NOW)));
		}
		this.pool.measured("o/n1", days(2, NOW));
		this.pool.seen(List.of(candidate("o/n11", "Java", 11, NOW)));
		assertThat(this.pool.size(null)).isEqualTo(9);
		assertThat(this.pool.find("o/n1")).as("measured to gain two a day").isNotNull();
		assertThat(this.pool.find("o/n2")).isNull();
		assertThat(this.pool.find("o/n3")).isNull();
		assertThat(this.pool.size("Java")).isEqualTo(9);
		assertThat(this.pool.madeRoom()).isEqualTo(2);
	}

	@Test
	void letsNewRisersIntoAPoolFullOfWhatWasMeasuredLongAgo() {
		for (int number = 1; number <= 10; number++) {
			this.pool.seen(List.of(candidate("old/n" + number, "Java", 50_000, NOW)));
			this.pool.measured("old/n" + number, days(0, NOW));
		}
		Instant born = NOW.minus(Duration.ofDays(1));
		for (int number = 1; number <= 5; number++) {
			this.pool.seen(List.of(born("new/n" + number, "Java", 40, born)));
		}
		assertThat(this.pool.of("Java")).extracting((found) -> found.candidate().fullName())
			.contains("new/n1", "new/n2", "new/n3");
	}

	@Test
	void letsNobodyWhoWasMeasuredGoForMereExpectations() {
		for (int number = 1; number <= 5; number++) {
			this.pool.seen(List.of(candidate("old/n" + number, "Java", 50_000, NOW)));
			this.pool.measured("old/n" + number, days(2, NOW));
		}
		for (int number = 1; number <= 50; number++) {
			this.pool.seen(List.of(born("new/n" + number, "Java", 900, NOW.minus(Duration.ofDays(1)))));
		}
		assertThat(this.pool.of("Java")).filteredOn((found) -> found.history() != null).hasSize(5);
	}

	@Test
	void keepsWhatSearchesHaveShownToRiseSinceItWasMeasured() {
		Instant later = NOW.plus(Duration.ofHours(2));
		for (int number = 1; number <= 10; number++) {
			this.pool.seen(List.of(candidate("o/n" + number, "Java", 100, NOW)));
			this.pool.measured("o/n" + number, days(1, NOW));
		}
		this.pool.seen(List.of(candidate("o/n3", "Java", 150, later)));
		for (int number = 11; number <= 20; number++) {
			this.pool.seen(List.of(born("o/n" + number, "Java", 40, NOW.minus(Duration.ofDays(1)))));
		}
		assertThat(this.pool.of("Java")).filteredOn((found) -> found.history() != null)
			.hasSizeBetween(2, 8)
			.extracting((found) -> found.candidate().fullName())
			.contains("o/n3");
	}

	@Test
	void leavesASmallLanguageItsOwnTop() {
		this.pool.seen(List.of(candidate("small/one", "Racket", 3, NOW), candidate("small/two", "Racket", 2, NOW)));
		for (int number = 1; number <= 100; number++) {
			this.pool.seen(List.of(born("big/n" + number, "Python", 1_000 + number, NOW.minus(Duration.ofDays(1)))));
		}
		assertThat(this.pool.of("Racket")).hasSize(2);
		assertThat(this.pool.find("big/n100")).as("the fastest of the big one").isNotNull();
		assertThat(this.pool.size(null)).isBetween(9, 10);
	}

	private static StarHistory days(int stars, Instant asOf) {
		return new StarHistory(LocalDate.parse("2026-11-01"), Collections.nCopies(20, stars), 0, asOf);
	}

	private static Candidate born(String name, String language, long stars, Instant createdAt) {
		return new Candidate(name.hashCode(), name, "https://github.com/" + name, null, language, List.of(), null,
				createdAt, createdAt, stars, 1, NOW);
	}

	private static Candidate candidate(String name, String language, long stars, Instant seenAt) {
		Instant created = Instant.parse("2020-01-01T00:00:00Z");
		return new Candidate(name.hashCode(), name, "https://github.com/" + name, null, language, List.of(), null,
				created, null, stars, 1, seenAt);
	}

}
