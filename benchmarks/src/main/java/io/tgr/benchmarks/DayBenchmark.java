package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a whole day of 30 languages in 3 windows costs in GitHub calls, from a cold start
 * and over a midnight of UTC, asked for every few minutes; on a faster time.
 */
final class DayBenchmark {

	private static final int LANGUAGES = 30;

	private static final int HOURS = 24;

	private static final Duration BETWEEN_QUESTIONS = Duration.ofMinutes(5);

	/**
	 * A quarter of a day of one token.
	 */
	private static final long CORE_TARGET = 5_000 * 24 / 4;

	private static final double SEARCH_TARGET = 2;

	// After so many hours, by how many days the data then ends earlier: the token-hour,
	// the
	// hours before and after midnight, the end.
	private static final Map<Integer, Integer> RECALLS = Map.of(1, 1, 4, 1, 5, 0, 24, 0);

	private long mostSearches;

	void run() throws IOException, InterruptedException {
		long start = System.nanoTime();
		try (SimulatedDay day = SimulatedDay.start()) {
			List<String> languages = day.languages(LANGUAGES);
			Demand demand = new Demand(day.trending(), languages);
			System.out.println("| hour | UTC | core sent | of them 304 | graphql | search | refused | slowed down "
					+ "| not 200 | incomplete | stale | oldest | recall |");
			System.out.println("| --- |" + " --- |".repeat(12));
			Calls before = Calls.of(day.calls());
			for (int hour = 1; hour <= HOURS; hour++) {
				Calls after = hour(day, demand, languages, hour, before);
				before = after;
			}
			System.out.println();
			report(before, warm(day, demand), demand.size());
			System.out.printf(Locale.ROOT, "%n%d answers a question; the day took %d s, %d s of it at work%n",
					HOURS * Duration.ofHours(1).dividedBy(BETWEEN_QUESTIONS),
					Duration.ofNanos(System.nanoTime() - start).toSeconds(), day.time().atWork().toSeconds());
		}
	}

	private Calls hour(SimulatedDay day, Demand demand, List<String> languages, int hour, Calls before)
			throws IOException, InterruptedException {
		Instant begin = SimulatedDay.START.plus(Duration.ofHours(hour - 1));
		Instant end = begin.plus(Duration.ofHours(1));
		Demand.Answers answers = demand.ask(day.time().now());
		for (Instant next = begin.plus(BETWEEN_QUESTIONS); next.isBefore(end); next = next.plus(BETWEEN_QUESTIONS)) {
			day.time().awaitUntil(next);
			answers = answers.plus(demand.ask(day.time().now()));
		}
		String recall = recall(day, languages, hour);
		day.time().awaitUntil(end);
		Calls after = Calls.of(day.calls());
		Calls calls = after.since(before);
		if (hour > 1) {
			this.mostSearches = Math.max(this.mostSearches, calls.search());
		}
		System.out.printf(Locale.ROOT, "| %d | %s | %d | %d | %d | %d | %d | %d | %d | %d | %d | %d min | %s |%n", hour,
				LocalTime.ofInstant(begin, ZoneOffset.UTC), calls.core(), calls.notModified(), calls.graphql(),
				calls.search(), calls.overdrawn(), calls.slowedDown(), answers.refused(), answers.incomplete(),
				answers.stale(), answers.oldest().toMinutes(), recall);
		return after;
	}

	private String recall(SimulatedDay day, List<String> languages, int hour) throws IOException, InterruptedException {
		Integer daysBack = RECALLS.get(hour);
		if (daysBack == null) {
			return "";
		}
		return day.time().slowly(() -> {
			Recall recall = new Recall(new JsonClient(), day.trending(), RealStars.load(daysBack));
			double[] means = recall.mean(languages);
			double[] all = recall.of(null);
			return String.format(Locale.ROOT, "%.3f / %.3f / %.3f; all languages %.2f / %.2f / %.2f", means[0],
					means[1], means[2], all[0], all[1], all[2]);
		});
	}

	// The calls that arrive while every question is asked twice and time hardly moves on.
	private long warm(SimulatedDay day, Demand demand) throws IOException, InterruptedException {
		return day.time().slowly(() -> {
			demand.ask(day.time().now());
			Calls before = Calls.of(day.calls());
			demand.ask(day.time().now());
			return Calls.of(day.calls()).since(before).sent();
		});
	}

	private void report(Calls total, long warm, int questions) {
		System.out.println("| what | target | measured | |\n| --- | --- | --- | --- |");
		row("core calls of the day", "at most " + CORE_TARGET,
				"%d, of which %d were 304 and free".formatted(total.core(), total.notModified()),
				total.core() <= CORE_TARGET);
		double searches = this.mostSearches / (double) questions;
		row("searches a language and window in the worst hour after the first", "at most 2",
				String.format(Locale.ROOT, "%.2f", searches), searches <= SEARCH_TARGET);
		row("calls for " + questions + " warm answers", "0", Long.toString(warm), warm == 0);
		row("calls refused for an empty bucket", "0", Long.toString(total.overdrawn()), total.overdrawn() == 0);
		row("calls refused by a secondary limit", "0", Long.toString(total.slowedDown()), total.slowedDown() == 0);
	}

	private void row(String what, String target, String measured, boolean met) {
		System.out.printf("| %s | %s | %s | %s |%n", what, target, measured, met ? "met" : "missed");
	}

}
