package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import io.tgr.trending.pool.CandidatePool;

/**
 * Figures of discovery for Prometheus.
 */
class DiscoveryMetrics {

	private final MeterRegistry registry;

	private final Counter measured;

	DiscoveryMetrics(MeterRegistry registry, CandidatePool pool, Sweeps sweeps, Clock clock) {
		this.registry = registry;
		this.measured = Counter.builder("tgr.discovery.measured")
			.description("Measurements of stars per day made in the background")
			.register(registry);
		Gauge.builder("tgr.discovery.candidates", pool, (candidates) -> candidates.size(null))
			.description("Repositories known")
			.register(registry);
		FunctionCounter.builder("tgr.discovery.candidates.dropped", pool, CandidatePool::madeRoom)
			.description("Repositories known that made room for others that grow faster")
			.register(registry);
		Gauge.builder("tgr.discovery.languages", sweeps, (all) -> all.planned().size())
			.description("Languages swept unasked, all languages together counted as one")
			.register(registry);
		Gauge
			.builder("tgr.discovery.languages.swept", sweeps,
					(all) -> all.planned().stream().filter(Sweep::isSwept).count())
			.description("Those of them whose first sweep is over")
			.register(registry);
		Gauge.builder("tgr.discovery.refresh.age", sweeps, (all) -> age(all, clock))
			.description("Age of the oldest search among the languages swept")
			.baseUnit("seconds")
			.register(registry);
	}

	void swept(String outcome) {
		this.registry.counter("tgr.discovery.sweeps", "outcome", outcome).increment();
	}

	void measured(int count) {
		this.measured.increment(count);
	}

	private static double age(Sweeps sweeps, Clock clock) {
		Instant now = clock.instant();
		return sweeps.inOrder()
			.stream()
			.map(Sweep::searchedAt)
			.filter(Objects::nonNull)
			.mapToDouble((searchedAt) -> Duration.between(searchedAt, now).toSeconds())
			.max()
			.orElse(0);
	}

}
