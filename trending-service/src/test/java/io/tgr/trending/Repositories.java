package io.tgr.trending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;

/**
 * Fills a pool with repositories that are the same in every run.
 */
final class Repositories {

	static final LocalDate YESTERDAY = LocalDate.parse("2026-11-21");

	private static final Map<String, Integer> LANGUAGES = Map.of("Java", 130, "C++", 30, "C#", 30, "Jupyter Notebook",
			30, "Kotlin", 30);

	private Repositories() {
	}

	/**
	 * Adds measured repositories named {@code language/0}, {@code language/1}, ...
	 */
	static void fill(CandidatePool pool, String language, int count) {
		Random random = new Random(language.hashCode());
		String owner = language.replaceAll("[^A-Za-z]", "-");
		for (int i = 0; i < count; i++) {
			String name = owner + "/" + i;
			List<Integer> days = new ArrayList<>();
			int pace = random.nextInt(40);
			IntStream.range(0, 40).forEach((day) -> days.add(random.nextInt(pace + 1)));
			pool.seen(List.of(candidate(name, language, 1_000 + random.nextInt(5_000), random.nextInt(500),
					Instant.parse("2020-01-01T00:00:00Z").plusSeconds(86_400L * i))));
			pool.measured(name, new StarHistory(YESTERDAY.minusDays(39), days, random.nextInt(9), ApiContext.NOW));
		}
	}

	/**
	 * Begins anew with 130 repositories of Java and 30 of each of four other languages,
	 * all of them swept.
	 */
	static void sweep(CandidatePool pool, ScriptedDiscovery discovery) {
		clear(pool);
		discovery.states.clear();
		discovery.states.put(ScriptedDiscovery.key(null), ScriptedDiscovery.COMPLETE);
		LANGUAGES.forEach((language, count) -> {
			fill(pool, language, count);
			discovery.states.put(language, ScriptedDiscovery.COMPLETE);
		});
	}

	static void clear(CandidatePool pool) {
		pool.of(null).forEach((repository) -> pool.removed(repository.candidate().fullName()));
	}

	static Candidate candidate(String name, @Nullable String language, long stars, long forks, Instant createdAt) {
		boolean even = stars % 2 == 0;
		return new Candidate(name.hashCode(), name, "https://github.com/" + name, (even) ? "Does \"things\" — ☃" : null,
				language, (even) ? List.of("ai", "tools") : List.of(), (even) ? "MIT" : null, createdAt,
				ApiContext.NOW.minusSeconds(60), stars, forks, ApiContext.NOW.minusSeconds(30));
	}

}
