package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a whole day of 30 languages in 3 windows costs in GitHub calls, from a cold start
 * and over a midnight of UTC, asked for every few minutes; on a faster time.
 */
final class DayBenchmark {

	private static final Instant START = Instant.parse("2026-11-21T20:00:00Z");

	private static final int LANGUAGES = 30;

	private static final int HOURS = 24;

	private static final int BETWEEN_QUESTIONS = 5;

	/**
	 * Minutes from the start: the end of the first token-hour; before, while and after
	 * the new day is measured; the end.
	 */
	private static final Set<Integer> RECALLS = Set.of(55, 235, 242, 244, 295, 1435);

	private final DayReport report = new DayReport(HOURS * 60 / BETWEEN_QUESTIONS);

	private final Map<LocalDate, RealStars> truth = new HashMap<>();

	void run() throws IOException, InterruptedException {
		RealStars newest = RealStars.load();
		for (int daysBack = 0; daysBack <= 1; daysBack++) {
			this.truth.put(Simulation.NEWEST.minusDays(daysBack), newest.before(daysBack));
		}
		long start = System.nanoTime();
		try (Simulation day = Simulation.start(FastTime.of(Simulation.AFTER_MIDNIGHT), START)) {
			List<String> languages = day.languages(LANGUAGES);
			Demand demand = new Demand(day.trending(), languages);
			Recall recall = new Recall(new JsonClient(), day.trending(), this.truth::get);
			this.report.begin();
			for (int hour = 0; hour < HOURS; hour++) {
				hour(day, demand, recall, languages, hour);
			}
			this.report.end(warm(day, demand), demand.size());
			System.out.printf("%nThe day took %d s, %d s of them at work.%n",
					Duration.ofNanos(System.nanoTime() - start).toSeconds(), day.time().atWork().toSeconds());
		}
	}

	private void hour(Simulation day, Demand demand, Recall recall, List<String> languages, int hour)
			throws IOException, InterruptedException {
		Demand.Answers answers = Demand.Answers.NONE;
		for (int minute = 60 * hour; minute < 60 * (hour + 1); minute++) {
			day.time().awaitUntil(at(minute));
			if (minute % BETWEEN_QUESTIONS == 0) {
				answers = answers.plus(demand.ask(day.time().now()));
			}
			if (RECALLS.contains(minute)) {
				Instant now = day.time().now();
				this.report.recall(now, day.time().slowly(() -> recall.mean(languages)),
						day.time().slowly(() -> recall.of(null)));
			}
		}
		day.time().awaitUntil(at(60 * (hour + 1)));
		this.report.hour(at(60 * hour), Calls.of(day.calls()), answers);
	}

	private static Instant at(int minute) {
		return START.plus(Duration.ofMinutes(minute));
	}

	// The calls that arrive while every question is asked twice and time hardly moves on.
	private long warm(Simulation day, Demand demand) throws IOException, InterruptedException {
		return day.time().slowly(() -> {
			demand.ask(day.time().now());
			Calls before = Calls.of(day.calls());
			demand.ask(day.time().now());
			return Calls.of(day.calls()).since(before).sent();
		});
	}

}
