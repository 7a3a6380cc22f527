package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * On which day the stars fell that a page calls today's.
 */
final class Alignment {

	private final TrendingArchive archive;

	private final PastStars stars;

	Alignment(TrendingArchive archive, PastStars stars) {
		this.archive = archive;
		this.stars = stars;
	}

	/**
	 * Compares what pages call today's stars with those of some day.
	 * @param daysBefore how many days before the page
	 * @return the correlation of their logarithms
	 */
	double correlation(int daysBefore) {
		List<double[]> pairs = new ArrayList<>();
		for (LocalDate day : this.archive.days()) {
			LocalDate from = day.minusDays(daysBefore);
			if (!from.isBefore(this.stars.first())) {
				this.archive.languages()
					.forEach(
							(language) -> this.archive.page(day, language).forEach((entry) -> add(pairs, entry, from)));
			}
		}
		return correlation(pairs);
	}

	private void add(List<double[]> pairs, TrendingArchive.Entry entry, LocalDate day) {
		int gained = this.stars.gainedFrom(entry.name(), day, 1);
		if (entry.today() >= 0 && gained >= 0) {
			pairs.add(new double[] { Math.log1p(entry.today()), Math.log1p(gained) });
		}
	}

	private static double correlation(List<double[]> pairs) {
		double one = pairs.stream().mapToDouble((pair) -> pair[0]).average().orElse(0);
		double other = pairs.stream().mapToDouble((pair) -> pair[1]).average().orElse(0);
		double both = pairs.stream().mapToDouble((pair) -> (pair[0] - one) * (pair[1] - other)).sum();
		double ones = pairs.stream().mapToDouble((pair) -> (pair[0] - one) * (pair[0] - one)).sum();
		double others = pairs.stream().mapToDouble((pair) -> (pair[1] - other) * (pair[1] - other)).sum();
		return both / Math.sqrt(ones * others);
	}

}
