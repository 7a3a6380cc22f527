package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import reactor.core.publisher.Mono;

import io.tgr.trending.details.Shortfall;

/**
 * Has repositories measured, one batch at a time: first what no sweep has measured yet,
 * then what is due again, then the oldest; languages swept only because somebody asked as
 * long as their share lasts. Used by one thread at a time.
 */
class MeasureLane {

	private static final int TICKS_BETWEEN_LOOKS = 60;

	private final FirstMeasurements first;

	private final Sweeps sweeps;

	private final Prospects prospects;

	private final MeasuringPlan plan;

	private final Measurer measurer;

	private final MeasuringAllowance allowance;

	private final LaneGate gate;

	private final DiscoveryProperties properties;

	private final DiscoveryMetrics metrics;

	private final Clock clock;

	private final Map<String, Due> due = new LinkedHashMap<>();

	private Instant lookAgainAt = Instant.MIN;

	MeasureLane(FirstMeasurements first, Sweeps sweeps, Prospects prospects, MeasuringPlan plan, Measurer measurer,
			MeasuringAllowance allowance, LaneGate gate, DiscoveryProperties properties, DiscoveryMetrics metrics,
			Clock clock) {
		this.first = first;
		this.sweeps = sweeps;
		this.prospects = prospects;
		this.plan = plan;
		this.measurer = measurer;
		this.allowance = allowance;
		this.gate = gate;
		this.properties = properties;
		this.metrics = metrics;
		this.clock = clock;
	}

	/**
	 * Has the next batch measured.
	 * @return how long to rest before the one after it; never fails
	 */
	Mono<Duration> step() {
		if (this.allowance.turnDay()) {
			this.lookAgainAt = Instant.MIN;
		}
		Duration closed = this.gate.closed();
		if (closed != null) {
			return Mono.just(closed);
		}
		Map<String, Due> batch = this.first.next();
		if (batch.isEmpty()) {
			batch = dueMeasurements();
		}
		return batch.isEmpty() ? Mono.just(this.properties.tick()) : measure(batch);
	}

	private Mono<Duration> measure(Map<String, Due> batch) {
		Instant start = this.clock.instant();
		return this.measurer.measure(batch.keySet()).map((round) -> {
			Due first = batch.values().iterator().next();
			this.allowance.took(first.sweep(), round.asked());
			this.gate.spent(batch.values(), round);
			this.metrics.measured(round.succeeded());
			Set<Sweep> touched = new LinkedHashSet<>();
			batch.values().forEach((one) -> touched.add(one.sweep()));
			touched.forEach((sweep) -> settle(sweep, round));
			return rest(batch.size(), round, Duration.between(start, this.clock.instant()));
		});
	}

	private void settle(Sweep sweep, MeasuringRound round) {
		if (round.succeeded() > 0) {
			sweep.tried(this.prospects.oldest(sweep.scope()));
		}
		Shortfall shortfall = round.shortfall();
		if (shortfall != null && round.hindered()) {
			sweep.hindered(Obstacles.Work.MEASURING, shortfall.reason().slug());
		}
		else {
			sweep.unhindered(Obstacles.Work.MEASURING);
		}
	}

	private Duration rest(int names, MeasuringRound round, Duration taken) {
		Duration hindered = this.gate.after(round);
		if (hindered != null) {
			this.due.clear();
			return hindered;
		}
		Duration pace = Duration.ofMillis(60_000L * names / this.properties.measurementsPerMinute()).minus(taken);
		return pace.isNegative() ? Duration.ZERO : pace;
	}

	private Map<String, Due> dueMeasurements() {
		Instant now = this.clock.instant();
		if (this.due.isEmpty() && !this.lookAgainAt.isAfter(now)) {
			this.lookAgainAt = now.plus(this.properties.tick().multipliedBy(TICKS_BETWEEN_LOOKS));
			look();
		}
		this.due.values().removeIf((one) -> !this.allowance.isFor(one.sweep()));
		Map<String, Due> batch = due(this.sweeps::isPlanned);
		if (batch.isEmpty()) {
			batch = due((asked) -> true);
		}
		this.due.keySet().removeAll(batch.keySet());
		this.gate.due(this.due);
		if (!batch.isEmpty() && this.due.isEmpty()) {
			this.lookAgainAt = now;
		}
		return batch;
	}

	private void look() {
		List<Sweep> swept = this.sweeps.inOrder()
			.stream()
			.filter(Sweep::isSwept)
			.filter(this.allowance::isFor)
			.toList();
		this.due.putAll(this.plan.due(swept));
		if (this.due.isEmpty() && this.allowance.spare() >= this.gate.batch()) {
			this.due.putAll(this.plan.oldest(swept, this.gate.batch()));
		}
	}

	private Map<String, Due> due(Predicate<Sweep> whose) {
		Map<String, Due> batch = new LinkedHashMap<>();
		this.due.entrySet()
			.stream()
			.filter((entry) -> whose.test(entry.getValue().sweep()))
			.limit(this.gate.batch())
			.forEach((entry) -> batch.put(entry.getKey(), entry.getValue()));
		return batch;
	}

}
