package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;

import io.tgr.common.store.ScriptedStore;

/**
 * A budget that the replicas of a service share through Redis.
 */
final class SharedLedger implements Ledger, SmartLifecycle {

	private static final Duration BEAT = Duration.ofMillis(500);

	// Long enough for a hang of Redis or of this process, and a few beats.
	private static final Duration GONE = Duration.ofSeconds(20);

	private final String replica = UUID.randomUUID().toString();

	private final List<SharedBucket> buckets = new CopyOnWriteArrayList<>();

	private final Disposable.Swap beating = Disposables.swap();

	private final ScriptedStore store;

	private final String prefix;

	private final int reservedPercent;

	private final Clock clock;

	private final MeterRegistry registry;

	private volatile boolean running;

	SharedLedger(ScriptedStore store, GithubProperties properties, Clock clock, MeterRegistry registry) {
		this.store = store;
		this.prefix = "budget/" + Fingerprint.of(properties) + "/";
		this.reservedPercent = properties.reservedForInteractive();
		this.clock = clock;
		this.registry = registry;
		Gauge.builder("tgr.github.budget.replicas", this, SharedLedger::replicas).register(registry);
	}

	@Override
	public Bucket bucket(RateLimitBucket bucket, int assumedLimit) {
		SharedShare share = new SharedShare(this.replica, bucket, assumedLimit, this.reservedPercent, GONE, this.clock);
		Counter alone = this.registry.counter("tgr.github.budget.alone", "bucket", bucket.slug());
		SharedBucket shared = new SharedBucket(this.store, this.prefix + bucket.slug(), share, alone);
		this.buckets.add(shared);
		return shared;
	}

	@Override
	public Turns turns(String name, int pointsPerMinute) {
		return new SharedPace(this.store, this.prefix + "pace-" + name, pointsPerMinute, this.reservedPercent,
				this::replicas, this.clock);
	}

	@Override
	public void start() {
		this.running = true;
		this.beating.update(Flux.interval(BEAT)
			.onBackpressureDrop()
			.concatMap((tick) -> Flux.fromIterable(this.buckets).flatMap(SharedBucket::beat), 1)
			.subscribe((none) -> {
			}, (ex) -> {
			}));
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable ended) {
		this.running = false;
		this.beating.update(Disposables.disposed());
		Flux.fromIterable(this.buckets).flatMap(SharedBucket::leave).subscribe(null, (ex) -> ended.run(), ended);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// After the store has opened, before it closes, and before anybody asks GitHub.
	@Override
	public int getPhase() {
		return -50;
	}

	private int replicas() {
		return this.buckets.stream().mapToInt(SharedBucket::replicas).max().orElse(1);
	}

}
