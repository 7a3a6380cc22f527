package io.tgr.benchmarks.ranking;

import java.util.Arrays;
import java.util.List;

/**
 * Prints results as tables.
 */
final class ResultTables {

	/**
	 * What an order is judged by: how it agrees with the page.
	 */
	static final List<Measure> DECISIVE = List.of(Measure.PAGE_PRECISION, Measure.PAGE_RECALL, Measure.PAGE_ORDER);

	private static final List<Measure> ALL = Arrays.asList(Measure.values());

	private static final List<Contender> PLAIN = List.of(Contender.GAINED, Contender.GROWTH, Contender.GAINED_BY_ROOT);

	private ResultTables() {
	}

	static void means(Results results, List<Measure> measures) {
		Table table = new Table("order", titles(measures));
		for (Contender contender : Contender.values()) {
			table.row(contender.title(), measures.stream().mapToDouble((measure) -> results.mean(contender, measure)));
		}
		table.print();
	}

	static void comparisons(Results results) {
		System.out.println("\nThe mean difference, where the middle 95 % of it lie when days are drawn anew, and on how"
				+ " many languages and days the formula is better and worse:\n");
		Table table = new Table("formula against", titles(ALL));
		for (Contender plain : PLAIN) {
			table.row(plain.title(),
					ALL.stream().map((measure) -> results.compare(Contender.FORMULA, plain, measure).text()).toList());
		}
		table.print();
		boolean beats = PLAIN.stream()
			.allMatch((plain) -> DECISIVE.stream()
				.allMatch((measure) -> results.compare(Contender.FORMULA, plain, measure).beats()));
		System.out.println("\nThe formula beats every plain order in " + String.join(", ", titles(DECISIVE))
				+ " against the page: " + ((beats) ? "yes" : "no") + ".");
	}

	static void byLanguage(Results results) {
		List<Measure> measures = List.of(Measure.PAGE_PRECISION, Measure.PAGE_RECALL, Measure.PAGE_KNOWN_RECALL,
				Measure.PAGE_ORDER, Measure.NEXT);
		Table table = new Table("language", titles(measures));
		for (String language : results.languages()) {
			Results one = results.where((result) -> result.language().equals(language));
			table.row((language.isEmpty()) ? "(all)" : language,
					measures.stream()
						.map((measure) -> Table.text(one.mean(Contender.FORMULA, measure)) + " / "
								+ Table.text(one.mean(Contender.GAINED, measure)))
						.toList());
		}
		table.print();
	}

	static List<String> titles(List<Measure> measures) {
		return measures.stream().map(Measure::title).toList();
	}

}
