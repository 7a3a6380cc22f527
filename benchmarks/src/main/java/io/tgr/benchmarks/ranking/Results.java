package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * The measures of each contender for each language of each day.
 */
final class Results {

	private final List<Result> results = new ArrayList<>();

	void add(PastDay day) {
		Map<Contender, double[]> values = new HashMap<>();
		for (Contender contender : Contender.values()) {
			values.put(contender, day.measure(contender.order(day)));
		}
		this.results.add(new Result(day.day(), day.language(), values));
	}

	int size() {
		return this.results.size();
	}

	Collection<String> languages() {
		Collection<String> languages = new TreeSet<>();
		this.results.forEach((result) -> languages.add(result.language()));
		return languages;
	}

	Results where(Predicate<Result> wanted) {
		Results some = new Results();
		some.results.addAll(this.results.stream().filter(wanted).toList());
		return some;
	}

	double mean(Contender contender, Measure measure) {
		return this.results.stream()
			.mapToDouble((result) -> result.value(contender, measure))
			.filter((value) -> !Double.isNaN(value))
			.average()
			.orElse(Double.NaN);
	}

	Comparison compare(Contender one, Contender other, Measure measure) {
		Map<LocalDate, List<Double>> days = new TreeMap<>();
		for (Result result : this.results) {
			days.computeIfAbsent(result.day(), (absent) -> new ArrayList<>())
				.add(result.value(one, measure) - result.value(other, measure));
		}
		return Comparison
			.of(days.values().stream().map((day) -> day.stream().mapToDouble(Double::doubleValue).toArray()).toList());
	}

	/**
	 * A language of a day.
	 *
	 * @param day the day
	 * @param language the language
	 * @param values of each contender, in the order of the measures
	 */
	record Result(LocalDate day, String language, Map<Contender, double[]> values) {

		double value(Contender contender, Measure measure) {
			double[] all = this.values.getOrDefault(contender, new double[0]);
			return all[measure.ordinal()];
		}

	}

}
