package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.Shortfall;

/**
 * Has repositories measured, one batch at a time: first what no sweep has measured yet,
 * then what is due again, then the oldest; languages swept only because somebody asked as
 * long as their share lasts. Used by one thread at a time.
 */
class MeasureLane {

	private static final Log logger = LogFactory.getLog(MeasureLane.class);

	private static final int TICKS_BETWEEN_LOOKS = 60;

	private final Sweeps sweeps;

	private final Prospects prospects;

	private final MeasuringPlan plan;

	private final Measurer measurer;

	private final MeasuringAllowance allowance;

	private final DiscoveryProperties properties;

	private final DiscoveryMetrics metrics;

	private final Clock clock;

	private final Map<String, Sweep> due = new LinkedHashMap<>();

	private Instant lookAgainAt = Instant.MIN;

	MeasureLane(Sweeps sweeps, Prospects prospects, MeasuringPlan plan, Measurer measurer, MeasuringAllowance allowance,
			DiscoveryProperties properties, DiscoveryMetrics metrics, Clock clock) {
		this.sweeps = sweeps;
		this.prospects = prospects;
		this.plan = plan;
		this.measurer = measurer;
		this.allowance = allowance;
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
		Map<String, Sweep> batch = firstMeasurements();
		if (batch.isEmpty()) {
			batch = dueMeasurements();
		}
		return batch.isEmpty() ? Mono.just(this.properties.tick()) : measure(batch);
	}

	private Mono<Duration> measure(Map<String, Sweep> batch) {
		Instant start = this.clock.instant();
		return this.measurer.measure(batch.keySet()).map((round) -> {
			this.allowance.took(batch.values().iterator().next(), round.asked());
			this.metrics.measured(round.succeeded());
			Set<Sweep> touched = new LinkedHashSet<>(batch.values());
			touched.forEach((sweep) -> settle(sweep, round));
			return rest(batch.size(), round, Duration.between(start, this.clock.instant()));
		});
	}

	private void settle(Sweep sweep, MeasuringRound round) {
		if (round.succeeded() > 0) {
			sweep.tried(this.prospects.standing(sweep.scope()).oldest());
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
		if (round.hindered()) {
			this.due.clear();
			return Obstacle.wait(round.retryAt(), this.clock.instant(), this.properties.retryAfterFailure());
		}
		Duration pace = Duration.ofMillis(60_000L * names / this.properties.measurementsPerMinute()).minus(taken);
		return pace.isNegative() ? Duration.ZERO : pace;
	}

	private Map<String, Sweep> firstMeasurements() {
		List<Sweep> unfinished = this.sweeps.inOrder()
			.stream()
			.filter((sweep) -> sweep.searchedAt() != null && !sweep.isSwept() && this.allowance.isFor(sweep))
			.sorted(Comparator.comparing((Sweep sweep) -> !this.sweeps.isUrgent(sweep)).thenComparingInt(Sweep::depth))
			.toList();
		for (Sweep sweep : unfinished) {
			List<String> names = this.prospects.unmeasured(sweep);
			if (sweep.isSwept()) {
				finished(sweep);
			}
			else if (!names.isEmpty()) {
				return forSweep(names, sweep);
			}
		}
		return Map.of();
	}

	private void finished(Sweep sweep) {
		this.plan.due(List.of(sweep));
		this.metrics.swept("complete");
		logger.info("Sweep of " + sweep.scope() + " ends: the " + sweep.depth()
				+ " most promising repositories were measured");
	}

	private Map<String, Sweep> dueMeasurements() {
		Instant now = this.clock.instant();
		if (this.due.isEmpty() && !this.lookAgainAt.isAfter(now)) {
			this.lookAgainAt = now.plus(this.properties.tick().multipliedBy(TICKS_BETWEEN_LOOKS));
			List<Sweep> swept = this.sweeps.inOrder()
				.stream()
				.filter(Sweep::isSwept)
				.filter(this.allowance::isFor)
				.toList();
			this.due.putAll(this.plan.due(swept));
			if (this.due.isEmpty() && this.allowance.hasSpare()) {
				this.due.putAll(this.plan.oldest(swept, this.properties.batch()));
				this.allowance.tookSpare(this.due.size());
			}
		}
		this.due.values().removeIf((sweep) -> !this.allowance.isFor(sweep));
		Map<String, Sweep> batch = due(this.sweeps::isPlanned);
		if (batch.isEmpty()) {
			batch = due((asked) -> true);
		}
		this.due.keySet().removeAll(batch.keySet());
		if (!batch.isEmpty() && this.due.isEmpty()) {
			this.lookAgainAt = now;
		}
		return batch;
	}

	private Map<String, Sweep> due(Predicate<Sweep> whose) {
		Map<String, Sweep> batch = new LinkedHashMap<>();
		this.due.entrySet()
			.stream()
			.filter((entry) -> whose.test(entry.getValue()))
			.limit(this.properties.batch())
			.forEach((entry) -> batch.put(entry.getKey(), entry.getValue()));
		return batch;
	}

	private static Map<String, Sweep> forSweep(Collection<String> names, Sweep sweep) {
		Map<String, Sweep> batch = new LinkedHashMap<>();
		names.forEach((name) -> batch.put(name, sweep));
		return batch;
	}

}
