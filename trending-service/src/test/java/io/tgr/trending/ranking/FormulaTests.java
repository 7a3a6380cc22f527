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
		Explanation explanation = this.formula.explain(stars(window, candidate(OLD), steady(40, 37)));
		double sum = explanation.terms().stream().mapToDouble((term) -> term.value() * term.weight()).sum();
		assertThat(explanation.score()).isCloseTo(sum, within(0.005001)).isPositive();
		assertThat(explanation.terms()).extracting(Term::name)
			.containsExactly("pace", "activity", "momentum", "burst", "few-forks", "throw-away", "bait");
		assertThat(explanation.terms()).allSatisfy((term) -> assertThat(term.value()).isBetween(0.0, 1.0));
		assertThat(explanation.suspicions()).isEmpty();
	}

	@Test
	void givesAtMostAHundred() {
		FormulaProperties.Weights weights = properties().weights();
		assertThat(weights.pace() + weights.activity() + weights.momentum()).isEqualTo(100);
	}

	@ParameterizedTest
	@EnumSource
	void ratesMoreStarsHigher(Window window) {
		double last = -100;
		for (int perDay : List.of(0, 1, 2, 10, 100, 1_000, 4_000)) {
			double score = this.formula.explain(stars(window, candidate(OLD), steady(40, perDay))).score();
			assertThat(score).isGreaterThan(last);
			last = score;
		}
	}

	@ParameterizedTest
	@EnumSource
	void paceIsOfStarsADaySoThatWindowsCompare(Window window) {
		assertThat(term(stars(window, candidate(OLD), steady(40, 37)), "pace"))
			.isCloseTo(Math.log1p(37) / Math.log1p(5_000), within(0.0001));
		assertThat(term(stars(window, candidate(OLD), steady(40, 9_000)), "pace")).isOne();
	}

	@Test
	void paceOfADayIsThatOfTwo() {
		List<Integer> days = IntStream.range(0, 40).mapToObj((day) -> (day == 38) ? 20 : 0).toList();
		assertThat(term(stars(Window.DAILY, candidate(OLD), days), "pace"))
			.isCloseTo(Math.log1p(10) / Math.log1p(5_000), within(0.0001));
		assertThat(term(stars(Window.DAILY, candidate(OLD), List.of(20)), "pace")).as("of the one that is known")
			.isCloseTo(Math.log1p(20) / Math.log1p(5_000), within(0.0001));
	}

	@ParameterizedTest
	@EnumSource
	void activityIsTheShareOfDaysWithAStar(Window window) {
		List<Integer> days = IntStream.range(0, 40).mapToObj((day) -> (day % 3 == 0) ? 5 : 0).toList();
		assertThat(term(stars(window, candidate(OLD), days), "activity")).isCloseTo(1.0 / 3, within(0.0001));
	}

	@Test
	void activityOfAYoungOneIsOfTheDaysItWasThere() {
		Candidate young = candidate(Instant.parse("2026-11-18T10:00:00Z"));
		assertThat(term(stars(Window.WEEKLY, young, List.of(0, 5, 5, 5)), "activity")).isEqualTo(0.75);
	}

	@Test
	void ratesARisingOneHigherThanAFallingOne() {
		List<Integer> rising = IntStream.range(0, 40).boxed().toList();
		List<Integer> falling = IntStream.range(0, 40).mapToObj((day) -> 40 - day).toList();
		for (Window window : Window.values()) {
			assertThat(term(stars(window, candidate(OLD), rising), "momentum")).isGreaterThan(0.5);
			assertThat(term(stars(window, candidate(OLD), falling), "momentum")).isLessThan(0.5);
			assertThat(term(stars(window, candidate(OLD), steady(40, 9)), "momentum")).isEqualTo(0.5);
		}
	}

	@Test
	void momentumIsAHalfWhereNothingElseIsKnown() {
		assertThat(term(stars(Window.DAILY, candidate(OLD), List.of(90)), "momentum")).isEqualTo(0.5);
		Candidate newborn = candidate(Instant.parse("2026-11-21T10:00:00Z"));
		assertThat(term(stars(Window.DAILY, newborn, List.of(90)), "momentum")).as("nothing came before its creation")
			.isGreaterThan(0.9);
	}

	@Test
	void refusesSettingsThatMakeNoSense() {
		assertThatExceptionOfType(IllegalArgumentException.class)
			.isThrownBy(() -> new FormulaProperties.Weights(1, 1, 1, 0, 1, 0, 0));
		MockEnvironment environment = new MockEnvironment().withProperty("tgr.trending.formula.usual-days", "7");
		assertThatExceptionOfType(RuntimeException.class)
			.isThrownBy(() -> Binder.get(environment).bind("tgr.trending.formula", FormulaProperties.class))
			.havingRootCause()
			.withMessageContaining("usual-days");
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

	static StarsInPeriod stars(Window window, Candidate candidate, List<Integer> days) {
		StarHistory history = new StarHistory(YESTERDAY.minusDays(days.size() - 1L), days, 3,
				Instant.parse("2026-11-22T03:00:00Z"));
		StarsInPeriod stars = StarsInPeriod.of(new TrackedRepository(candidate, history),
				new Period(window, YESTERDAY));
		assertThat(stars).isNotNull();
		return stars;
	}

	static List<Integer> steady(int days, int perDay) {
		return Collections.nCopies(days, perDay);
	}

	private static Candidate candidate(Instant createdAt) {
		return new Candidate(1, "o/n", "https://github.com/o/n", null, "Java", List.of("tools"), "MIT", createdAt,
				Instant.parse("2026-11-21T00:00:00Z"), 12_345, 678, Instant.parse("2026-11-22T03:00:00Z"));
	}

}
