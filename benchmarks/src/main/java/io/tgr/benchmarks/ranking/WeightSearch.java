package io.tgr.benchmarks.ranking;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Term;

/**
 * Tries all weights of the three terms that are no suspicions, in steps and with a sum of
 * 100, on days to tune on. Those are best that agree most with the page, and yet find no
 * fewer of those that gain most on the next day, and in the next week, than stars gained
 * do.
 */
final class WeightSearch {

	private static final List<String> TERMS = List.of("pace", "activity", "momentum");

	private static final int STEP = 5;

	private static final int SUM = 100;

	private static final List<Measure> AGREEMENT = List.of(Measure.PAGE_PRECISION, Measure.PAGE_RECALL,
			Measure.PAGE_ORDER);

	private final List<Figures> days = new ArrayList<>();

	void add(PastDay day, Ranker ranker) {
		Map<String, double[]> values = new HashMap<>();
		day.ranking()
			.rows(Sort.GAINED)
			.forEach((row) -> values.put(row.candidate().fullName(), values(ranker.explain(row).terms())));
		this.days.add(new Figures(day, Contender.GAINED.order(day), values));
	}

	/**
	 * Tries them.
	 * @return all weights that find enough of the future, the best first
	 */
	List<Tried> run() {
		List<List<String>> byGained = this.days.stream().map(Figures::byGained).toList();
		double nextDay = mean(Measure.NEXT_DAY, byGained);
		double nextWeek = mean(Measure.NEXT, byGained);
		List<Tried> tried = new ArrayList<>();
		for (int activity = 0; activity <= SUM; activity += STEP) {
			for (int momentum = 0; momentum <= SUM - activity; momentum += STEP) {
				tried.add(tried(SUM - activity - momentum, activity, momentum));
			}
		}
		return tried.stream()
			.filter((one) -> one.nextDay() >= nextDay && one.nextWeek() >= nextWeek)
			.sorted(Comparator.comparingDouble(Tried::agreement).reversed())
			.toList();
	}

	private Tried tried(int... weights) {
		List<List<String>> orders = this.days.parallelStream().map((day) -> day.order(weights)).toList();
		double agreement = mean(AGREEMENT.stream().mapToDouble((measure) -> mean(measure, orders)).toArray());
		return new Tried(weights[0], weights[1], weights[2], agreement, mean(Measure.NEXT_DAY, orders),
				mean(Measure.NEXT, orders));
	}

	private double mean(Measure measure, List<List<String>> orders) {
		return mean(IntStream.range(0, orders.size())
			.mapToDouble((index) -> measure.of(this.days.get(index).day(), orders.get(index)))
			.toArray());
	}

	private static double mean(double[] values) {
		return IntStream.range(0, values.length)
			.mapToDouble((index) -> values[index])
			.filter((value) -> !Double.isNaN(value))
			.average()
			.orElse(Double.NaN);
	}

	// The values of the terms, and the points that suspicions take.
	private static double[] values(List<Term> terms) {
		double[] values = new double[TERMS.size() + 1];
		for (Term term : terms) {
			int index = TERMS.indexOf(term.name());
			if (index >= 0) {
				values[index] = term.value();
			}
			else {
				values[TERMS.size()] += term.value() * term.weight();
			}
		}
		return values;
	}

	/**
	 * What some weights bring.
	 *
	 * @param pace the weight of {@code pace}
	 * @param activity the weight of {@code activity}
	 * @param momentum the weight of {@code momentum}
	 * @param agreement the mean of the three measures against the page
	 * @param nextDay share of the 25 that gained most on the next day
	 * @param nextWeek share of the 25 that gained most in the next week
	 */
	record Tried(int pace, int activity, int momentum, double agreement, double nextDay, double nextWeek) {

	}

	private record Figures(PastDay day, List<String> byGained, Map<String, double[]> values) {

		List<String> order(int[] weights) {
			Map<String, Double> scores = new HashMap<>();
			this.values.forEach((name, terms) -> {
				double score = terms[weights.length];
				for (int term = 0; term < weights.length; term++) {
					score += weights[term] * terms[term];
				}
				scores.put(name, Math.round(score * 100) / 100.0);
			});
			// Sorting is stable: ties go by stars gained, as in the service.
			return this.byGained.stream().sorted(Comparator.comparingDouble(scores::get).reversed()).toList();
		}

	}

}
