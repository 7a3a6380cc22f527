package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.MeterRegistry;

import io.tgr.sandbox.github.fault.FaultRule;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.discovery.SweepState;

/**
 * Lives through the last days of the data from a cold start, with an outage over a
 * midnight and a secondary limit, and holds every day against what is promised.
 */
final class MonthBenchmark {

	private static final int LANGUAGES = 30;

	private static final Duration BEFORE = Duration.ofHours(4);

	private static final Duration AFTER = Duration.ofHours(2);

	private static final Duration STEP = Duration.ofMinutes(1);

	private static final Duration GRACE = Duration.ofHours(1);

	private static final Set<LocalTime> LOOKS = Set.of(LocalTime.of(0, 30), LocalTime.of(6, 10), LocalTime.of(12, 10),
			LocalTime.of(18, 10));

	// After the first token-hour.
	private static final Duration FIRST_LOOK = Duration.ofMinutes(59);

	private static final int MINUTE_OF_QUESTIONS = 50;

	private static final int PAUSE_LOOK = 300;

	private final JsonClient http = new JsonClient();

	private final Instant start;

	private final MonthReport report;

	private final List<Trouble> troubles;

	private final RealStars stars;

	private final Map<LocalDate, RealStars> truth = new HashMap<>();

	private DayFigures day;

	private Calls spent = Calls.NONE;

	MonthBenchmark(int days) throws IOException {
		Instant first = Simulation.AFTER_MIDNIGHT.minus(Duration.ofDays(days));
		this.start = first.minus(BEFORE);
		this.troubles = List.of(
				Trouble.outage(first.plus(Duration.ofDays(days / 2)).minus(Duration.ofHours(2)), Duration.ofHours(6)),
				Trouble.secondaryLimit(first.plus(Duration.ofDays(days * 2L / 3)).plus(Duration.ofHours(14)),
						Duration.ofMinutes(15)));
		this.report = new MonthReport(this.troubles);
		this.stars = RealStars.load();
		this.day = new DayFigures(date(this.start));
	}

	/**
	 * Runs.
	 * @return whether every promise was kept
	 */
	boolean run() throws IOException, InterruptedException {
		long began = System.nanoTime();
		FastTime time = FastTime.leaping(Simulation.AFTER_MIDNIGHT);
		try (Simulation simulation = Simulation.start(time, this.start)) {
			List<String> languages = simulation.languages(LANGUAGES);
			Demand demand = new Demand(simulation.trending(), languages);
			Recall recall = new Recall(this.http, simulation.trending(), this::truth);
			this.report.begin(languages);
			Instant end = Simulation.AFTER_MIDNIGHT.plus(AFTER);
			for (Instant now = this.start; now.isBefore(end); now = now.plus(STEP)) {
				time.awaitUntil(now);
				minute(simulation, now, demand, recall, languages);
			}
			turn(simulation, date(end));
			System.out.printf("%nIt took %d s.%n", Duration.ofNanos(System.nanoTime() - began).toSeconds());
		}
		return this.report.end();
	}

	private void minute(Simulation simulation, Instant now, Demand demand, Recall recall, List<String> languages)
			throws IOException, InterruptedException {
		if (!date(now).equals(this.day.date())) {
			turn(simulation, date(now));
		}
		trouble(simulation, now);
		if (isCurrent(simulation.bean(Discovery.class), languages)) {
			this.day.current(now);
			this.report.current(now);
		}
		LocalTime time = LocalTime.ofInstant(now, ZoneOffset.UTC);
		boolean troubled = this.troubles.stream().anyMatch((trouble) -> trouble.touches(now, GRACE));
		if (time.getMinute() == MINUTE_OF_QUESTIONS) {
			this.day.answered(demand.ask(now), troubled);
		}
		if ((LOOKS.contains(time) || now.equals(this.start.plus(FIRST_LOOK))) && !troubled) {
			this.day.looked(RecallLook.at(now, recall, languages));
		}
	}

	private void trouble(Simulation simulation, Instant now) throws IOException, InterruptedException {
		for (Trouble trouble : this.troubles) {
			if (now.equals(trouble.from())) {
				simulation.faults(trouble.rules().toArray(FaultRule[]::new));
			}
			if (now.equals(trouble.to())) {
				simulation.faults();
			}
			if (trouble.touches(now, Duration.ZERO) && now.getEpochSecond() % PAUSE_LOOK == 0) {
				this.http.json(simulation.trending().resolve("/quota"))
					.path("plan")
					.path("pauses")
					.forEach((pause) -> this.report.paused(trouble, pause.path("reason").asString()));
			}
		}
	}

	private void turn(Simulation simulation, LocalDate next) {
		Calls all = Calls.of(simulation.calls());
		this.day.ended(all.since(this.spent),
				(int) simulation.bean(MeterRegistry.class).get("tgr.discovery.candidates").gauge().value());
		this.spent = all;
		this.report.day(this.day);
		this.day = new DayFigures(next);
	}

	private static boolean isCurrent(Discovery discovery, List<String> languages) {
		return languages.stream()
			.map(discovery::state)
			.allMatch((state) -> state.stage() == SweepState.Stage.COMPLETE && state.staleSince() == null);
	}

	private RealStars truth(LocalDate last) {
		if (this.truth.size() > 2) {
			this.truth.clear();
		}
		return this.truth.computeIfAbsent(last,
				(day) -> this.stars.before((int) (Simulation.NEWEST.toEpochDay() - day.toEpochDay())));
	}

	private static LocalDate date(Instant moment) {
		return LocalDate.ofInstant(moment, ZoneOffset.UTC);
	}

}
