package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Window;

/**
 * A language on a day of the past, ranked by the service, with what the page showed and
 * what came afterwards.
 *
 * @param day the day of the page
 * @param language the language, that of all for any
 * @param ranking the service's ranking up to the day before
 * @param page rows of the page, shown or not among those ranked
 * @param ranks places on the page by name
 * @param nextDay stars gained on the day of the page, by name
 * @param next stars gained from that day on, as many days as it is compared with
 */
record PastDay(LocalDate day, String language, Ranking ranking, int page, Map<String, Integer> ranks,
		Map<String, Integer> nextDay, Map<String, Integer> next) {

	static final int WEEK = 7;

	private static final int FEWEST = 50;

	List<RankedRepository> rows() {
		return this.ranking.rows(Sort.GAINED);
	}

	/**
	 * Makes those of a day.
	 */
	static List<PastDay> of(LocalDate day, Window window, Ranker ranker, PastStars stars, TrendingArchive archive) {
		List<TrackedRepository> known = stars.on(day);
		Map<String, List<TrackedRepository>> byLanguage = known.stream()
			.filter((repository) -> repository.candidate().language() != null)
			.collect(Collectors.groupingBy((repository) -> Objects.requireNonNull(repository.candidate().language())));
		byLanguage.put(TrendingArchive.ALL, known);
		List<PastDay> days = new ArrayList<>();
		for (String language : archive.languages()) {
			List<TrackedRepository> repositories = byLanguage.getOrDefault(language, List.of());
			List<TrendingArchive.Entry> page = archive.page(day, language);
			if (repositories.size() < FEWEST || page.isEmpty()) {
				continue;
			}
			days.add(of(day, language, ranker.rank(repositories, window, day.minusDays(1)), page, stars,
					Math.max(WEEK, window.days())));
		}
		return days;
	}

	private static PastDay of(LocalDate day, String language, Ranking ranking, List<TrendingArchive.Entry> page,
			PastStars stars, int ahead) {
		Map<String, Integer> nextDay = new HashMap<>();
		Map<String, Integer> next = new HashMap<>();
		ranking.rows(Sort.GAINED).forEach((row) -> {
			String name = row.candidate().fullName();
			nextDay.put(name, stars.gainedFrom(name, day, 1));
			next.put(name, stars.gainedFrom(name, day, ahead));
		});
		Map<String, Integer> ranks = page.stream()
			.filter((entry) -> next.containsKey(entry.name()))
			.collect(Collectors.toMap(TrendingArchive.Entry::name, TrendingArchive.Entry::rank, Math::min));
		return new PastDay(day, language, ranking, page.size(), ranks, nextDay, next);
	}

	/**
	 * Compares an order with what is true.
	 * @param names the repositories in order
	 * @return a value for each {@link Measure}, not a number where there is nothing to
	 * compare
	 */
	double[] measure(List<String> names) {
		double[] values = new double[Measure.values().length];
		Arrays.setAll(values, (index) -> Measure.values()[index].of(this, names));
		return values;
	}

}
