package io.tgr.trending.ranking;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import io.tgr.trending.pool.Candidate;

import static org.assertj.core.api.Assertions.assertThat;

class SuspicionsTests {

	private static final Instant OLD = Instant.parse("2020-01-01T00:00:00Z");

	private static final Instant YOUNG = Instant.parse("2026-11-10T08:00:00Z");

	private static final Duration AN_HOUR = Duration.ofHours(1);

	private static final Duration A_WEEK = Duration.ofDays(7);

	private final Suspicions suspicions = new Suspicions(FormulaTests.properties());

	@ParameterizedTest
	@EnumSource
	void nameABurst(Window window) {
		List<Integer> burst = IntStream.range(0, 40).mapToObj((day) -> (day == 39) ? 900 : 1).toList();
		assertThat(named(window, repository("o/n", OLD, A_WEEK, 500, 3, ""), burst)).containsExactly("burst");
		List<Integer> small = IntStream.range(0, 40).mapToObj((day) -> (day == 39) ? 60 : 1).toList();
		assertThat(named(window, repository("o/n", OLD, A_WEEK, 500, 3, ""), small)).as("too few stars to judge")
			.isEmpty();
	}

	@Test
	void nameStarsWithoutForks() {
		assertThat(named(repository("o/n", OLD, A_WEEK, 2, 3, ""))).containsExactly("few-forks");
		assertThat(named(repository("o/n", OLD, A_WEEK, 50, 3, ""))).isEmpty();
		Candidate hardlyKnown = new Candidate(1, "o/n", "https://github.com/o/n", null, null, List.of(), null, OLD,
				null, 99, 0, OLD);
		assertThat(named(hardlyKnown)).as("too few stars to judge").isEmpty();
	}

	@Test
	void nameThrowAwayRepositories() {
		assertThat(named(repository("o/n", YOUNG, AN_HOUR, 500, 10, ""))).containsExactly("throw-away");
		assertThat(named(repository("o/n", YOUNG, AN_HOUR, 500, 9, ""))).as("few topics").isEmpty();
		assertThat(named(repository("o/n", YOUNG, A_WEEK, 500, 20, ""))).as("pushed to again").isEmpty();
		assertThat(named(repository("o/n", OLD, AN_HOUR, 500, 20, ""))).as("no longer young").isEmpty();
	}

	@ParameterizedTest
	@CsvSource({ "o/Photo-Crack-2026, Full Version for Windows, 0.5", "o/photo, 'Download, setup and KEYGEN', 1",
			"o/tool, An installer for plugins, 0", "o/crackers, Downloads of unlocked hackathons, 0",
			"crack-download/tool, What a name of an owner, 0", "o/tool, , 0" })
	void nameBaitByItsWords(String name, String description, double value) {
		assertThat(bait(repository(name, YOUNG, A_WEEK, 500, 0, description))).isEqualTo(value);
		assertThat(bait(repository(name, OLD, A_WEEK, 500, 0, description))).as("no longer young").isZero();
	}

	@Test
	void findBaitInTopics() {
		Candidate candidate = new Candidate(1, "o/n", "https://github.com/o/n", null, null,
				List.of("game-free-download", "game-release-date"), "MIT", YOUNG, null, 50, 9, OLD);
		assertThat(bait(candidate)).as("download, free download, release date").isOne();
	}

	private double bait(Candidate candidate) {
		return this.suspicions.of(FormulaTests.stars(Window.DAILY, candidate, FormulaTests.steady(40, 9)))
			.stream()
			.filter((term) -> term.name().equals("bait"))
			.mapToDouble(Term::value)
			.sum();
	}

	private List<String> named(Candidate candidate) {
		return named(Window.DAILY, candidate, FormulaTests.steady(40, 9));
	}

	private List<String> named(Window window, Candidate candidate, List<Integer> days) {
		return Explanation.of(this.suspicions.of(FormulaTests.stars(window, candidate, days))).suspicions();
	}

	private static Candidate repository(String name, Instant created, Duration pushedAfter, long forks, int topics,
			String description) {
		return new Candidate(1, name, "https://github.com/" + name, description, "Java",
				Collections.nCopies(topics, "tools"), null, created, created.plus(pushedAfter), 5_000, forks,
				Instant.parse("2026-11-22T00:00:00Z"));
	}

}
