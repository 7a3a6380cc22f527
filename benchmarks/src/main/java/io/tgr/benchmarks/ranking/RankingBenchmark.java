package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Window;

/**
 * How near the service's formula comes to github.com/trending, and to what really gained
 * stars afterwards, beside plain orders: the same figures each time, from the data alone.
 */
public final class RankingBenchmark {

	private static final List<Measure> AFTERWARDS = List.of(Measure.NEXT_DAY, Measure.NEXT, Measure.NEXT_ORDER);

	private static final List<Measure> BROUGHT = List.of(Measure.PAGE_PRECISION, Measure.PAGE_RECALL,
			Measure.PAGE_ORDER, Measure.NEXT);

	private static final int BEST = 8;

	private static final Map<String, Map<String, String>> WITHOUT = new TreeMap<>(
			Map.of("pace", Map.of("weights.pace", "0"), "activity", Map.of("weights.activity", "0"), "momentum",
					Map.of("weights.momentum", "0"), "burst", Map.of("weights.burst", "0"), "the second day of pace",
					Map.of("least-days", "1")));

	private final PastStars stars = PastStars.read();

	private final TrendingArchive archive = TrendingArchive.read();

	private final Split split = Split.of(this.archive.days(), this.stars.first());

	/**
	 * Runs it and prints Markdown.
	 */
	public void run() {
		System.out.println("Tuning: " + this.split.tuning() + ", checking: " + this.split.checking() + ".");
		Alignment alignment = new Alignment(this.archive, this.stars);
		System.out.println(
				"Stars that a page calls today's, and those of the days before the page (correlation of logarithms): "
						+ IntStream.rangeClosed(0, 2)
							.mapToObj((days) -> days + " days before " + Table.text(alignment.correlation(days)))
							.collect(Collectors.joining(", "))
						+ ".");
		Results daily = results(Window.DAILY, Map.of());
		tables(daily);
		System.out.println("\n### By language, checking days: formula / gained\n");
		ResultTables.byLanguage(daily.where(this.split::isChecking));
		withoutTerms(daily);
		longerWindows();
		search();
		suspicions();
	}

	private void withoutTerms(Results whole) {
		System.out.println("\n### What each term brings: checking days, what is lost without it\n");
		Table table = new Table("without", ResultTables.titles(BROUGHT));
		WITHOUT.forEach((name, settings) -> {
			Results less = results(Window.DAILY, settings).where(this.split::isChecking);
			Results all = whole.where(this.split::isChecking);
			table.row(name, BROUGHT.stream()
				.mapToDouble(
						(measure) -> all.mean(Contender.FORMULA, measure) - less.mean(Contender.FORMULA, measure)));
		});
		table.print();
	}

	private void longerWindows() {
		for (Window window : List.of(Window.WEEKLY, Window.MONTHLY)) {
			System.out.println("\n### " + window + ", checking days: against the next " + window.days() + " days\n");
			Results results = results(window, Map.of()).where(this.split::isChecking);
			ResultTables.means(results, AFTERWARDS);
		}
	}

	private void search() {
		System.out.println("\n### Weights, tried on the tuning days\n");
		Ranker ranker = ranker(Map.of());
		WeightSearch search = new WeightSearch();
		this.split.days()
			.stream()
			.filter((day) -> day.isBefore(this.split.firstChecking()))
			.forEach((day) -> PastDay.of(day, Window.DAILY, ranker, this.stars, this.archive)
				.forEach((one) -> search.add(one, ranker)));
		Table table = new Table("pace / activity / momentum",
				List.of("agreement with the page", "next day P@25", "next week P@25"));
		search.run()
			.stream()
			.limit(BEST)
			.forEach((tried) -> table.row(tried.pace() + " / " + tried.activity() + " / " + tried.momentum(),
					DoubleStream.of(tried.agreement(), tried.nextDay(), tried.nextWeek())));
		table.print();
	}

	private void suspicions() {
		System.out.println("\n### Suspicions\n");
		Ranker ranker = ranker(Map.of());
		new SuspicionCheck(ranker).print();
		FalseAlarms alarms = new FalseAlarms(ranker);
		this.split.days()
			.forEach((day) -> PastDay.of(day, Window.DAILY, ranker, this.stars, this.archive).forEach(alarms::add));
		alarms.print(this.archive);
	}

	private void tables(Results daily) {
		for (boolean checking : List.of(false, true)) {
			Results some = daily.where((result) -> this.split.isChecking(result) == checking);
			System.out.println("\n### " + ((checking) ? "Checking" : "Tuning") + " days, daily window: " + some.size()
					+ " languages and days\n");
			ResultTables.means(some, List.of(Measure.values()));
			ResultTables.comparisons(some);
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

}
