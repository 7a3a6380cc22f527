package io.tgr.benchmarks.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Sort;

/**
 * A way to order repositories.
 */
enum Contender {

	/** The service's formula. */
	FORMULA("formula", (day) -> day.ranking().rows(Sort.SCORE)),

	/** Stars gained. */
	GAINED("gained", (day) -> day.ranking().rows(Sort.GAINED)),

	/** Stars gained against those at the window's start. */
	GROWTH("growth", (day) -> day.ranking().rows(Sort.GROWTH)),

	/** Between the two. */
	GAINED_BY_ROOT("gained/sqrt(stars)",
			(day) -> day.rows()
				.stream()
				.sorted(Comparator.comparingDouble(Contender::gainedByRoot).reversed())
				.toList());

	private final String title;

	private final Function<PastDay, List<RankedRepository>> order;

	Contender(String title, Function<PastDay, List<RankedRepository>> order) {
		this.title = title;
		this.order = order;
	}

	String title() {
		return this.title;
	}

	List<String> order(PastDay day) {
		return this.order.apply(day).stream().map((row) -> row.candidate().fullName()).toList();
	}

	private static double gainedByRoot(RankedRepository row) {
		return row.gained() / Math.sqrt(Math.max(1, row.candidate().stars() - row.gained()));
	}

}
