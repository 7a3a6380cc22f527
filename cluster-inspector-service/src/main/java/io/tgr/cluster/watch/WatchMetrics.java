package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.springframework.stereotype.Component;

import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * Figures of the lists and watches, and of those who follow the changes.
 */
@Component
final class WatchMetrics {

	private final MeterRegistry registry;

	private final Clock clock;

	WatchMetrics(MeterRegistry registry, PodCache cache, Clock clock) {
		this.registry = registry;
		this.clock = clock;
		PodChanges changes = cache.changes();
		Gauge.builder("tgr.cluster.streams.lag", changes, PodChanges::lag)
			.description("Changes that the slowest stream has still to see")
			.register(registry);
		FunctionCounter.builder("tgr.cluster.streams.resets", changes, PodChanges::resets)
			.description("How often a stream began with all rows, or began again")
			.register(registry);
		changes.observe((change) -> changed(change.type()));
	}

	void follow(WatchedKind<?> watched) {
		String name = watched.name();
		Gauge.builder("tgr.cluster.cached", watched.keeper(), Keeper::size)
			.description("What is kept of the cluster")
			.tag("kind", name)
			.register(this.registry);
		Gauge.builder("tgr.cluster.watches", watched.states(), Map::size)
			.description("Lists and watches: one for the whole cluster, or one for each namespace")
			.tag("kind", name)
			.register(this.registry);
		TimeGauge.builder("tgr.cluster.watch.lag", watched.states(), TimeUnit.SECONDS, (states) -> lag(states.values()))
			.description("How long ago the quietest watch said anything")
			.tag("kind", name)
			.register(this.registry);
	}

	void listed(String kind, Duration took) {
		this.registry.timer("tgr.cluster.lists", "kind", kind).record(took);
	}

	void failed(String kind, String call, KubernetesFailure failure) {
		this.registry.counter("tgr.cluster.errors", "kind", kind, "call", call, "failure", WatchState.slug(failure))
			.increment();
	}

	private void changed(PodChange.Type type) {
		this.registry.counter("tgr.cluster.changes", "type", type.name().toLowerCase(Locale.ROOT)).increment();
	}

	private double lag(Collection<WatchState> states) {
		return states.stream()
			.mapToDouble((state) -> Duration.between(state.lastSign(), this.clock.instant()).toMillis() / 1000.0)
			.max()
			.orElse(Double.NaN);
	}

}
