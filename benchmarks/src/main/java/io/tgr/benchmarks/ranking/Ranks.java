package io.tgr.benchmarks.ranking;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Spearman's correlation of ranks.
 */
final class Ranks {

	private Ranks() {
	}

	/**
	 * How much an order agrees with values that should fall along it.
	 * @param values the values, in that order
	 * @return from -1 to 1; not a number for fewer than three values, or equal ones
	 */
	static double correlation(double[] values) {
		if (values.length < 3) {
			return Double.NaN;
		}
		double[] ranks = ranks(values);
		double middle = (values.length - 1) / 2.0;
		double both = 0;
		double order = 0;
		double truth = 0;
		for (int place = 0; place < values.length; place++) {
			double ahead = middle - place;
			double above = ranks[place] - middle;
			both += ahead * above;
			order += ahead * ahead;
			truth += above * above;
		}
		return (truth == 0) ? Double.NaN : both / Math.sqrt(order * truth);
	}

	// Equal values share the mean of their ranks.
	private static double[] ranks(double[] values) {
		int[] sorted = IntStream.range(0, values.length)
			.boxed()
			.sorted(Comparator.comparingDouble((index) -> values[index]))
			.mapToInt(Integer::intValue)
			.toArray();
		double[] ranks = new double[values.length];
		int begin = 0;
		while (begin < sorted.length) {
			int end = begin;
			while (end + 1 < sorted.length && values[sorted[end + 1]] == values[sorted[begin]]) {
				end++;
			}
			for (int index = begin; index <= end; index++) {
				ranks[sorted[index]] = (begin + end) / 2.0;
			}
			begin = end + 1;
		}
		return ranks;
	}

}
