package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.pod.PodRow;

/**
 * All that follows the pods of a fake API server, in virtual time.
 */
class Supervision {

	static final Right EVERYWHERE = Kind.PODS.list(null);

	final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	final VirtualClock clock = new VirtualClock(this.time);

	final FakeApi api = new FakeApi();

	final WatchedCluster cluster = new WatchedCluster(this.clock, 4096);

	final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	final KubernetesApiHealthIndicator health = new KubernetesApiHealthIndicator(this.cluster.freshness);

	final FirstListHealthIndicator firstList = new FirstListHealthIndicator(this.cluster.freshness);

	final Set<Right> refused = new HashSet<>();

	final List<String> changes = new ArrayList<>();

	String own = "shop";

	List<String> namespaces = List.of("bank", "shop");

	@Nullable KubernetesFailure reviews;

	private final WatchMetrics metrics = new WatchMetrics(this.registry, this.cluster.cache, this.clock);

	private final PodFigures figures = new PodFigures(this.registry, this.cluster.cache);

	Supervision() {
		this.cluster.cache.changes().observe((change) -> this.changes.add(change.type().name()));
		this.api.put("bank", "a", "1");
		this.api.put("shop", "a", "2");
		this.api.put("hidden", "a", "3");
	}

	void refuse(Right... rights) {
		this.refused.addAll(List.of(rights));
	}

	FreshnessReport report() {
		return this.cluster.freshness.report();
	}

	List<String> rows() {
		return this.cluster.cache.rows(null).map((row) -> row.key().toString()).toList();
	}

	void advance(int seconds) {
		this.time.advanceTimeBy(Duration.ofSeconds(seconds));
	}

	private Mono<Boolean> ours(Right right) {
		return Mono.fromCallable(() -> {
			if (this.reviews != null) {
				throw new KubernetesException(this.reviews, right, "why", null, null);
			}
			return !this.refused.contains(right);
		});
	}

	Supervisor supervisor(Map<String, ?> settings) {
		WatchProperties properties = WatchedCluster.properties(settings);
		OwnRights rights = new OwnRights(this::ours, Mono.fromSupplier(() -> this.namespaces), () -> this.own,
				properties);
		Signs signs = new Signs(this.cluster.cache, this.cluster.freshness, this.metrics);
		WatchedKind<PodRow> pods = new WatchedKind<>(Kind.PODS, new PodKeeper(this.cluster.cache),
				this.cluster.freshness.pods());
		this.metrics.follow(pods);
		UsagePoller usage = new UsagePoller((scope) -> Mono.never(), this.cluster.usage, this.metrics,
				properties.usageInterval(), this.time);
		return new Supervisor(rights, List.of(new KindLoops<>(pods, this.api::source, signs, this.time, this.clock)),
				usage, this.cluster.freshness, signs, this.figures, properties.rightsInterval(), this.time);
	}

}
