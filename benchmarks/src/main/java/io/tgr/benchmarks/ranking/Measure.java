package io.tgr.benchmarks.ranking;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * How well an order of repositories agrees with what is true. Where fewer than three
 * repositories can be compared there is no correlation.
 */
enum Measure {

	/** Share of the first 25 that the page shows. */
	PAGE_PRECISION("P@25") {
		@Override
		double of(PastDay day, List<String> names) {
			return (double) onPage(day, names) / TOP;
		}
	},

	/** Share of the page's rows that are among the first 25. */
	PAGE_RECALL("R@25") {
		@Override
		double of(PastDay day, List<String> names) {
			return (double) onPage(day, names) / day.page();
		}
	},

	/** The same, of those of its rows whose stars are in the data. */
	PAGE_KNOWN_RECALL("R@25 of known") {
		@Override
		double of(PastDay day, List<String> names) {
			return (day.ranks().isEmpty()) ? Double.NaN : (double) onPage(day, names) / day.ranks().size();
		}
	},

	/** How alike the page orders those of its rows whose stars are in the data. */
	PAGE_ORDER("Spearman") {
		@Override
		double of(PastDay day, List<String> names) {
			return Ranks.correlation(names.stream()
				.map(day.ranks()::get)
				.filter(Objects::nonNull)
				.mapToDouble((rank) -> -rank)
				.toArray());
		}
	},

	/** Share of the 25 that gained most on the next day. */
	NEXT_DAY("next day P@25") {
		@Override
		double of(PastDay day, List<String> names) {
			return ofTheBest(day.nextDay(), names);
		}
	},

	/** Share of the 25 that gained most in the next week (or the next window). */
	NEXT("afterwards P@25") {
		@Override
		double of(PastDay day, List<String> names) {
			return ofTheBest(day.next(), names);
		}
	},

	/** How alike all are ordered by what they gained in the next week (or window). */
	NEXT_ORDER("afterwards Spearman") {
		@Override
		double of(PastDay day, List<String> names) {
			return Ranks
				.correlation(names.stream().mapToDouble(day.next()::get).filter((gained) -> gained >= 0).toArray());
		}
	};

	static final int TOP = 25;

	private final String title;

	Measure(String title) {
		this.title = title;
	}

	String title() {
		return this.title;
	}

	abstract double of(PastDay day, List<String> names);

	private static long onPage(PastDay day, List<String> names) {
		return names.stream().limit(TOP).filter(day.ranks()::containsKey).count();
	}

	// Whoever gained as much as the last of the best counts as one of them; those nobody
	// counted afterwards count on neither side.
	private static double ofTheBest(Map<String, Integer> gained, List<String> names) {
		List<Integer> counted = names.stream().map(gained::get).filter((stars) -> stars >= 0).toList();
		List<Integer> best = counted.stream()
			.filter((stars) -> stars > 0)
			.sorted(Comparator.reverseOrder())
			.limit(TOP)
			.toList();
		if (best.isEmpty()) {
			return Double.NaN;
		}
		int least = best.get(best.size() - 1);
		long found = IntStream.range(0, Math.min(TOP, counted.size()))
			.filter((index) -> counted.get(index) >= least)
			.count();
		return Math.min(1, (double) found / best.size());
	}

}
