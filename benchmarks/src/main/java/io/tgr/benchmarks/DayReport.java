package io.tgr.benchmarks;

import java.io.PrintStream;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Prints a day hour by hour, and its totals against the targets.
 */
final class DayReport {

	/**
	 * A quarter of what one token allows in a day.
	 */
	private static final long CORE_TARGET = 5_000 * 24 / 4;

	private static final int SEARCH_TARGET = 2;

	private final PrintStream out = System.out;

	private final List<String> recalls = new ArrayList<>();

	private final int answersEach;

	private Calls total = Calls.NONE;

	private long mostSearches = -1;

	DayReport(int answersEach) {
		this.answersEach = answersEach;
	}

	void begin() {
		this.out.println("| hour from (UTC) | core calls | of them 304 | GraphQL | searches | bucket empty "
				+ "| slowed down | not 200 | incomplete | stale | oldest figure |");
		this.out.println("|" + " --- |".repeat(11));
	}

	void hour(Instant begin, Calls after, Demand.Answers answers) {
		Calls calls = after.since(this.total);
		boolean steady = this.total.sent() > 0;
		this.mostSearches = steady ? Math.max(this.mostSearches, calls.search()) : this.mostSearches;
		this.total = after;
		this.out.printf("| %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d min |%n", time(begin), calls.core(),
				calls.notModified(), calls.graphql(), calls.search(), calls.overdrawn(), calls.slowedDown(),
				answers.refused(), answers.incomplete(), answers.stale(), answers.oldest().toMinutes());
	}

	void recall(Instant now, double[] means, double[] all) {
		this.recalls.add(String.format(Locale.ROOT, "| %s | %.3f | %.3f | %.3f | %.2f | %.2f | %.2f |", time(now),
				means[0], means[1], means[2], all[0], all[1], all[2]));
	}

	void end(long warm, int questions) {
		this.out.println("\n| recall at (UTC) | daily | weekly | monthly | all languages: daily | weekly | monthly |");
		this.out.println("|" + " --- |".repeat(7));
		this.recalls.forEach(this.out::println);
		this.out.println("\n| what | target | measured | |\n| --- | --- | --- | --- |");
		row("core calls of the day, paid or not", "at most " + CORE_TARGET,
				this.total.core() + ", of which " + this.total.notModified() + " were 304 and free",
				this.total.core() <= CORE_TARGET);
		double searches = this.mostSearches / (double) questions;
		row("searches a language and window in the worst hour after the first", "at most " + SEARCH_TARGET,
				String.format(Locale.ROOT, "%.2f", searches), searches <= SEARCH_TARGET);
		row("calls for " + questions + " warm answers", "0", Long.toString(warm), warm == 0);
		row("calls refused for an empty bucket", "0", Long.toString(this.total.overdrawn()),
				this.total.overdrawn() == 0);
		row("calls refused by a secondary limit", "0", Long.toString(this.total.slowedDown()),
				this.total.slowedDown() == 0);
		this.out.printf("%nEach of the %d questions was asked %d times.%n", questions, this.answersEach);
	}

	private void row(String what, String target, String measured, boolean met) {
		this.out.printf("| %s | %s | %s | %s |%n", what, target, measured, met ? "met" : "missed");
	}

	private static LocalTime time(Instant moment) {
		return LocalTime.ofInstant(moment, ZoneOffset.UTC).truncatedTo(ChronoUnit.MINUTES);
	}

}
