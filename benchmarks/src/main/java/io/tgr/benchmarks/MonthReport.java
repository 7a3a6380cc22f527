package io.tgr.benchmarks;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;

/**
 * Prints a month day by day, and its totals against what is promised.
 */
final class MonthReport {

	/**
	 * A quarter of what one token allows in a day.
	 */
	private static final long CORE = 5_000 * 24 / 4;

	private static final long SEARCH = 30 * 60 * 24 / 4;

	private static final double DAILY = 0.9;

	private static final double WEEKLY = 0.95;

	private static final Duration OLDEST = Duration.ofHours(10);

	private static final Duration CAUGHT_UP = Duration.ofHours(1);

	private final PrintStream out = System.out;

	private final List<DayFigures> days = new ArrayList<>();

	private final List<Trouble> troubles;

	private final Map<Trouble, Instant> caughtUp = new HashMap<>();

	private final Map<Trouble, Set<String>> pauses = new HashMap<>();

	private final List<String> languages = new ArrayList<>();

	private boolean kept = true;

	MonthReport(List<Trouble> troubles) {
		this.troubles = troubles;
	}

	void begin(List<String> names) {
		this.languages.addAll(names);
		this.out.println("| day | core calls | of them 304 | GraphQL | searches | bucket empty | slowed down | not 200 "
				+ "| incomplete | stale | oldest figure | current after midnight | recall daily, mean and worst look "
				+ "| weekly | monthly | all languages: daily | candidates |");
		this.out.println("|" + " --- |".repeat(17));
	}

	void current(Instant now) {
		this.troubles.stream()
			.filter((trouble) -> !now.isBefore(trouble.to()))
			.forEach((trouble) -> this.caughtUp.putIfAbsent(trouble, now));
	}

	void paused(Trouble trouble, String reason) {
		this.pauses.computeIfAbsent(trouble, (absent) -> new TreeSet<>()).add(reason);
	}

	void day(DayFigures day) {
		this.days.add(day);
		Calls calls = day.calls();
		Demand.Answers answers = day.answers();
		this.out.printf(Locale.ROOT,
				"| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d min | %d min | %s | %s | %s | %.2f | %d |%n",
				day.date(), calls.core(), calls.notModified(), calls.graphql(), calls.search(), calls.overdrawn(),
				calls.slowedDown(), answers.refused(), answers.incomplete(), answers.stale(), day.oldest().toMinutes(),
				day.turned().toMinutes(), recall(day, Window.DAILY), recall(day, Window.WEEKLY),
				recall(day, Window.MONTHLY),
				day.looks().stream().mapToDouble((look) -> look.all()[0]).average().orElse(1), day.candidates());
	}

	private static String recall(DayFigures day, Window window) {
		return (day.looks().isEmpty()) ? ""
				: String.format(Locale.ROOT, "%.3f, %.3f", day.meanRecall(window), day.worstRecall(window));
	}

	/**
	 * Prints the totals.
	 * @return whether every promise was kept
	 */
	boolean end() {
		List<DayFigures> whole = this.days.subList(1, this.days.size() - 1);
		this.out.println("\n| what | promised | measured | |\n| --- | --- | --- | --- |");
		most("core calls of a day, paid or not", CORE, whole.stream().mapToLong((day) -> day.calls().core()).max());
		most("GraphQL calls of a day", CORE, whole.stream().mapToLong((day) -> day.calls().graphql()).max());
		most("searches of a day", SEARCH, whole.stream().mapToLong((day) -> day.calls().search()).max());
		most("calls refused for an empty bucket", 0,
				this.days.stream().mapToLong((day) -> day.calls().overdrawn()).max());
		most("calls refused by a secondary limit that was not ordered", 0,
				this.days.stream().mapToLong((day) -> day.calls().slowedDown()).max());
		recall(Window.DAILY, DAILY);
		recall(Window.WEEKLY, WEEKLY);
		most("age of the oldest ranked figure in minutes, trouble and the hour after it apart", OLDEST.toMinutes(),
				whole.stream().mapToLong((day) -> day.oldest().toMinutes()).max());
		for (Trouble trouble : this.troubles) {
			Instant end = this.caughtUp.get(trouble);
			Set<String> reasons = this.pauses.getOrDefault(trouble, Set.of());
			row("pauses shown by `/quota` during the " + trouble.name(), "at least one", String.join(", ", reasons),
					!reasons.isEmpty());
			row("minutes until all is current again after: " + trouble.name() + " of "
					+ Duration.between(trouble.from(), trouble.to()).toMinutes() + " minutes",
					"at most " + CAUGHT_UP.toMinutes(),
					(end != null) ? Long.toString(Duration.between(trouble.to(), end).toMinutes()) : "never",
					end != null && Duration.between(trouble.to(), end).compareTo(CAUGHT_UP) <= 0);
		}
		return this.kept;
	}

	private void recall(Window window, double least) {
		List<RecallLook> looks = this.days.stream().flatMap((day) -> day.looks().stream()).collect(Collectors.toList());
		DoubleStream means = looks.stream().mapToDouble((look) -> look.mean(window));
		double worst = means.min().orElse(0);
		double mean = looks.stream().mapToDouble((look) -> look.mean(window)).average().orElse(0);
		row("recall " + window.parameter() + ", mean of the languages at the worst of " + looks.size() + " looks",
				"at least " + least, String.format(Locale.ROOT, "%.3f; mean of all looks %.3f", worst, mean),
				worst >= least);
		int language = RecallLook.worst(looks, this.languages, window);
		row("the same, mean of the worst language", "at least " + least, String.format(Locale.ROOT, "%.3f (%s)",
				RecallLook.mean(looks, language, window), this.languages.get(language)),
				RecallLook.mean(looks, language, window) >= least);
	}

	private void most(String what, long bound, OptionalLong measured) {
		row(what, "at most " + bound, Long.toString(measured.orElse(0)), measured.orElse(0) <= bound);
	}

	private void row(String what, String promised, String measured, boolean met) {
		this.kept &= met;
		this.out.printf("| %s | %s | %s | %s |%n", what, promised, measured, met ? "kept" : "broken");
	}

}
