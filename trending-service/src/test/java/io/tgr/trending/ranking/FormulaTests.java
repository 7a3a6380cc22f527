package io.tgr.trending.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

class FormulaTests {

	private static final LocalDate YESTERDAY = LocalDate.parse("2026-11-21");

	private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

	private final Formula formula = new Formula(properties());

	@ParameterizedTest
	@EnumSource
	void explainsItsScoreToTwoPlaces(Window window) {
		Explanation explanation = this.formula.explain(stars(window, candidate(12_345, 678, OLD), steady(40, 37)));
		double sum = explanation.terms().stream().mapToDouble((term) -> term.value() * term.weight()).sum();
		assertThat(explanation.score()).isCloseTo(sum, within(0.005001)).isPositive();
		assertThat(explanation.terms()).extracting(Term::name)
			.containsExactly("gained", "growth", "momentum", "burst", "few-forks", "throw-away");
		assertThat(explanation.terms()).allSatisfy((term) -> assertThat(term.value()).isBetween(0.0, 1.0));
		assertThat(explanation.suspicions()).isEmpty();
	}

	@ParameterizedTest
	@EnumSource
	void ratesMoreStarsHigher(Window window) {
		double last = -100;
		for (int perDay : List.of(0, 1, 2, 10, 100, 1_000, 4_000)) {
			double score = this.formula.explain(stars(window, candidate(500_000, 9_000, OLD), steady(40, perDay)))
				.score();
			assertThat(score).isGreaterThan(last);
			last = score;
		}
	}

	@Test
	void ratesGrowthOfASmallRepositoryHigher() {
		Explanation small = this.formula.explain(stars(Window.WEEKLY, candidate(2_000, 90, OLD), steady(40, 10)));
		Explanation large = this.formula.explain(stars(Window.WEEKLY, candidate(200_000, 9_000, OLD), steady(40, 10)));
		assertThat(small.score()).isGreaterThan(large.score());
	}

	@Test
	void ratesARisingOneHigherThanAFallingOne() {
		List<Integer> rising = IntStream.range(0, 40).boxed().toList();
		List<Integer> falling = IntStream.range(0, 40).mapToObj((day) -> 33 + 33 - day).toList();
		StarsInPeriod up = stars(Window.WEEKLY, candidate(5_000, 500, OLD), rising);
		StarsInPeriod down = stars(Window.WEEKLY, candidate(5_000, 500, OLD), falling);
		assertThat(term(up, "momentum")).isGreaterThan(0.5);
		assertThat(term(down, "momentum")).isLessThan(0.5);
	}

	@ParameterizedTest
	@EnumSource
	void suspectsABurst(Window window) {
		List<Integer> burst = IntStream.range(0, 40).mapToObj((day) -> (day == 39) ? 900 : 1).toList();
		Explanation explanation = this.formula.explain(stars(window, candidate(5_000, 500, OLD), burst));
		assertThat(explanation.suspicions()).containsExactly("burst");
	}

	@Test
	void suspectsStarsWithoutForks() {
		assertThat(this.formula.explain(stars(Window.DAILY, candidate(5_000, 2, OLD), steady(40, 9))).suspicions())
			.containsExactly("few-forks");
		assertThat(this.formula.explain(stars(Window.DAILY, candidate(50, 0, OLD), steady(40, 1))).suspicions())
			.as("too few stars to judge")
			.isEmpty();
	}

	@Test
	void suspectsThrowAwayRepositories() {
		Instant created = Instant.parse("2026-11-10T08:00:00Z");
		Candidate bare = new Candidate(1, "o/n", "https://github.com/o/n", null, null, List.of(), null, created,
				created.plusSeconds(3_600), 400, 40, Instant.parse("2026-11-22T00:00:00Z"));
		assertThat(this.formula.explain(stars(Window.DAILY, bare, steady(12, 30))).suspicions())
			.containsExactly("throw-away");
	}

	@Test
	void refusesAPositiveWeightForASuspicion() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new FormulaProperties.Weights(1, 1, 1, 0, 1, 0));
	}

	private double term(StarsInPeriod stars, String name) {
		return this.formula.explain(stars)
			.terms()
			.stream()
			.filter((term) -> term.name().equals(name))
			.findFirst()
			.orElseThrow()
			.value();
	}

	static FormulaProperties properties() {
		return Binder.get(new MockEnvironment()).bindOrCreate("tgr.trending.formula", FormulaProperties.class);
	}

	private static StarsInPeriod stars(Window window, Candidate candidate, List<Integer> days) {
		StarHistory history = new StarHistory(YESTERDAY.minusDays(days.size() - 1L), days, 3,
				Instant.parse("2026-11-22T03:00:00Z"));
		StarsInPeriod stars = StarsInPeriod.of(new TrackedRepository(candidate, history),
				new Period(window, YESTERDAY));
		assertThat(stars).isNotNull();
		return stars;
	}

	private static List<Integer> steady(int days, int perDay) {
		return Collections.nCopies(days, perDay);
	}

	private static Candidate candidate(long stars, long forks, Instant createdAt) {
		return new Candidate(1, "o/n", "https://github.com/o/n", null, "Java", List.of("tools"), "MIT", createdAt,
				Instant.parse("2026-11-21T00:00:00Z"), stars, forks, Instant.parse("2026-11-22T03:00:00Z"));
	}

}
