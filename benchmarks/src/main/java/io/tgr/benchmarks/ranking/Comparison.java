package io.tgr.benchmarks.ranking;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.DoublePredicate;
import java.util.stream.IntStream;

/**
 * Whether one order beats another, pair by pair: languages of a day hang together, so
 * whole days are drawn anew.
 *
 * @param mean the mean difference
 * @param low where the middle 95 % of the means begin, days drawn anew
 * @param high where they end
 * @param better pairs where the first is better
 * @param worse pairs where the second is
 */
record Comparison(double mean, double low, double high, int better, int worse) {

	private static final int DRAWS = 2_000;

	private static final long SEED = 20_260_424;

	/**
	 * Compares.
	 * @param days differences of each day, one a language; those that are no number are
	 * passed over
	 * @return the comparison, the same each time
	 */
	static Comparison of(List<double[]> days) {
		Random random = new Random(SEED);
		double[] means = IntStream.range(0, DRAWS)
			.mapToDouble((draw) -> mean(
					IntStream.range(0, days.size()).mapToObj((day) -> days.get(random.nextInt(days.size()))).toList()))
			.sorted()
			.toArray();
		return new Comparison(mean(days), means[DRAWS / 40], means[DRAWS - 1 - DRAWS / 40],
				count(days, (difference) -> difference > 0), count(days, (difference) -> difference < 0));
	}

	boolean beats() {
		return this.low > 0;
	}

	String text() {
		return String.format(Locale.ROOT, "%+.3f (%+.3f to %+.3f), %d:%d", this.mean, this.low, this.high, this.better,
				this.worse);
	}

	private static int count(List<double[]> days, DoublePredicate wanted) {
		return (int) days.stream().flatMapToDouble(Arrays::stream).filter(wanted).count();
	}

	private static double mean(List<double[]> days) {
		double sum = 0;
		int count = 0;
		for (double[] day : days) {
			for (double difference : day) {
				if (!Double.isNaN(difference)) {
					sum += difference;
					count++;
				}
			}
		}
		return sum / count;
	}

}
