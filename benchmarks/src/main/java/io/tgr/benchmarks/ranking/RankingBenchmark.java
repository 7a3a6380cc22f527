package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Window;

/**
 * How near the service's formula comes to github.com/trending, and to what really gained
 * stars afterwards, beside plain orders: the same figures each time, from the data alone.
 */
public final class RankingBenchmark {

	private static final List<Measure> PAGE = List.of(Measure.PAGE_PRECISION, Measure.PAGE_RECALL,
			Measure.PAGE_KNOWN_RECALL, Measure.PAGE_ORDER);

	private static final List<Measure> AFTERWARDS = List.of(Measure.NEXT_DAY, Measure.NEXT, Measure.NEXT_ORDER);

	private final PastStars stars = PastStars.read();

	private final TrendingArchive archive = TrendingArchive.read();

	private final Split split = Split.of(this.archive.days(), this.stars.first());

	/**
	 * Runs it and prints Markdown.
	 */
	public void run() {
		System.out.println("Tuning: " + this.split.tuning() + ", checking: " + this.split.checking() + ".");
		Results daily = results(Window.DAILY, Map.of());
		tables(daily);
		byLanguage(daily.where(this.split::isChecking));
	}

	private void tables(Results daily) {
		for (boolean checking : List.of(false, true)) {
			Results some = daily.where((result) -> this.split.isChecking(result) == checking);
			System.out.println("\n### " + ((checking) ? "Checking" : "Tuning") + " days, daily window: " + some.size()
					+ " languages and days\n");
			means(some);
			comparisons(some);
		}
	}

	private Results results(Window window, Map<String, String> settings) {
		Ranker ranker = ranker(settings);
		Results results = new Results();
		for (LocalDate day : this.split.days()) {
			PastDay.of(day, window, ranker, this.stars, this.archive).forEach(results::add);
		}
		return results;
	}

	private static Ranker ranker(Map<String, String> settings) {
		return new Ranker(new Formula(Settings.bind(FormulaProperties.class, settings)));
	}

	private static void means(Results results) {
		Table table = new Table("order", titles(Arrays.asList(Measure.values())));
		for (Contender contender : Contender.values()) {
			table.row(contender.title(),
					Arrays.stream(Measure.values()).mapToDouble((measure) -> results.mean(contender, measure)));
		}
		table.print();
	}

	private static void comparisons(Results results) {
		System.out.println();
		Table table = new Table("formula against", titles(Arrays.asList(Measure.values())));
		for (Contender contender : Contender.values()) {
			if (contender != Contender.FORMULA) {
				table.row(contender.title(),
						Arrays.stream(Measure.values())
							.map((measure) -> results.compare(Contender.FORMULA, contender, measure).text())
							.toList());
			}
		}
		table.print();
	}

	private static void byLanguage(Results results) {
		System.out.println("\n### By language, checking days: formula / gained\n");
		Table table = new Table("language", titles(PAGE));
		for (String language : results.languages()) {
			Results one = results.where((result) -> result.language().equals(language));
			table.row((language.isEmpty()) ? "(all)" : language,
					PAGE.stream()
						.map((measure) -> Table.text(one.mean(Contender.FORMULA, measure)) + " / "
								+ Table.text(one.mean(Contender.GAINED, measure)))
						.toList());
		}
		table.print();
	}

	private static List<String> titles(List<Measure> measures) {
		return measures.stream().map(Measure::title).toList();
	}

}
