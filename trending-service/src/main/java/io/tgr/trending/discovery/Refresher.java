package io.tgr.trending.discovery;

import java.time.Duration;
import java.util.function.Supplier;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.github.CallPriority;

/**
 * Keeps languages swept and current in the background, searching and measuring side by
 * side since each has a budget of its own; steps aside while somebody waits for a live
 * run, and while it is another replica's turn.
 */
class Refresher implements SmartLifecycle {

	private static final Log logger = LogFactory.getLog(Refresher.class);

	private static final Duration STEP_ASIDE = Duration.ofMillis(100);

	private static final Duration QUOTA_INTERVAL = Duration.ofMinutes(1);

	private final SearchLane searching;

	private final MeasureLane measuring;

	private final CoreQuota quota;

	private final LiveRuns liveRuns;

	private final DiscoveryProperties properties;

	private final Flux<Boolean> turns;

	private final Scheduler scheduler;

	private volatile @Nullable Disposable running;

	Refresher(SearchLane searching, MeasureLane measuring, CoreQuota quota, LiveRuns liveRuns,
			DiscoveryProperties properties, Flux<Boolean> turns, Scheduler scheduler) {
		this.searching = searching;
		this.measuring = measuring;
		this.quota = quota;
		this.liveRuns = liveRuns;
		this.properties = properties;
		this.turns = turns;
		this.scheduler = scheduler;
	}

	@Override
	public void start() {
		if (this.properties.refresh()) {
			Disposable.Swap lanes = Disposables.swap();
			Disposable watching = this.turns.subscribe(
					(ours) -> lanes.update((ours) ? lanes() : Disposables.disposed()),
					(failure) -> logger.error("Nobody tells the refresher any more whose turn it is", failure));
			this.running = Disposables.composite(watching, lanes,
					run("asking for the quota", () -> this.quota.refresh().thenReturn(QUOTA_INTERVAL)));
		}
	}

	private Disposable lanes() {
		return Disposables.composite(run("searching", () -> aside(this.searching::step)),
				run("measuring", () -> aside(this.measuring::step)));
	}

	@Override
	public void stop() {
		Disposable lanes = this.running;
		this.running = null;
		if (lanes != null) {
			lanes.dispose();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	private Mono<Duration> aside(Supplier<Mono<Duration>> step) {
		return this.liveRuns.active() ? Mono.just(STEP_ASIDE) : step.get();
	}

	private Disposable run(String work, Supplier<Mono<Duration>> step) {
		return lane(step).subscribe(null,
				(failure) -> logger.error("The refresher stops " + work + " until the next start", failure));
	}

	private Mono<Void> lane(Supplier<Mono<Duration>> step) {
		Mono<Duration> next = CallPriority.BACKGROUND.on(Mono.defer(step))
			.defaultIfEmpty(this.properties.tick())
			.onErrorResume((failure) -> {
				logger.warn("A step of the refresher failed; it goes on", failure);
				return Mono.just(this.properties.retryAfterFailure());
			});
		return next.flatMap((rest) -> Mono.delay(rest, this.scheduler)).repeat().then().subscribeOn(this.scheduler);
	}

}
