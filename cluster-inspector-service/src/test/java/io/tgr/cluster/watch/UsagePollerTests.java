package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;

import static org.assertj.core.api.Assertions.assertThat;

class UsagePollerTests {

	private static final PodKey KEY = new PodKey("shop", "a");

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final VirtualClock clock = new VirtualClock(this.time);

	private final UsageFigures figures = new UsageFigures(this.clock);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final AtomicInteger calls = new AtomicInteger();

	private final UsagePoller poller = new UsagePoller(this::ask, this.figures,
			new WatchMetrics(this.registry, new PodCache(WatchedCluster.properties(Map.of())), this.clock),
			Duration.ofSeconds(30), this.time);

	private @Nullable KubernetesFailure failure;

	private @Nullable Duration retryAfter;

	private Disposable running = () -> {
	};

	@BeforeEach
	void start() {
		this.poller.follow(Set.of(Scope.CLUSTER));
		this.running = this.poller.run().subscribe();
	}

	@AfterEach
	void stop() {
		this.running.dispose();
		this.time.dispose();
	}

	@Test
	void asksAgainAndAgain() {
		assertThat(this.figures.of(KEY)).isNotNull();
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(this.calls).hasValue(21);
		assertThat(this.figures.of(KEY)).isNotNull();
	}

	@Test
	void asksSeldomWhereNobodyMeasures() {
		this.failure = KubernetesFailure.NOT_FOUND;
		this.time.advanceTimeBy(Duration.ofMinutes(30));
		assertThat(this.calls.get()).isBetween(6, 8);
		assertThat(this.figures.of(KEY)).isNull();
		assertThat(this.figures.available()).isFalse();
		assertThat(this.registry.find("tgr.cluster.errors").counter()).isNull();
		this.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.figures.available()).isTrue();
	}

	@Test
	void asksLessOftenAfterFailuresAndNeverBeforeItMay() {
		this.failure = KubernetesFailure.UNAVAILABLE;
		this.time.advanceTimeBy(Duration.ofMinutes(4));
		assertThat(this.calls.get()).isBetween(3, 5);
		this.calls.set(0);
		this.failure = null;
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.figures.available()).isTrue();
		this.failure = KubernetesFailure.UNAVAILABLE;
		this.retryAfter = Duration.ofMinutes(3);
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		this.calls.set(0);
		this.time.advanceTimeBy(Duration.ofSeconds(179));
		assertThat(this.calls.get()).isLessThanOrEqualTo(1);
	}

	@Test
	void asksNothingWithoutTheRight() {
		this.poller.follow(Set.of());
		this.calls.set(0);
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		assertThat(this.calls).hasValue(0);
		assertThat(this.figures.of(KEY)).isNull();
	}

	private Mono<Map<PodKey, PodUsage>> ask(Scope scope) {
		return Mono.fromCallable(() -> {
			this.calls.incrementAndGet();
			if (this.failure != null) {
				throw new KubernetesException(this.failure, Right.to("list", "pods", null), "why", this.retryAfter,
						null);
			}
			return Map.of(KEY, new PodUsage(this.clock.instant(), Map.of()));
		});
	}

}
