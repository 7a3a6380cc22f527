package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import io.micrometer.core.instrument.Counter;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.common.store.Script;
import io.tgr.common.store.ScriptedStore;
import io.tgr.common.store.StoreException;

/**
 * One rate limit that replicas share through Redis. While Redis is away this replica
 * spends what it was granted, which all others leave alone.
 */
final class SharedBucket implements Bucket {

	private static final Script BUDGET = Script.of(SharedBucket.class, "budget.lua");

	// How often a request is made again that others overtook on their way to Redis.
	private static final int ATTEMPTS = 3;

	// So that many who wait do not ask Redis all the time.
	private static final Duration PAUSE = Duration.ofMillis(60);

	private final ScriptedStore store;

	private final String key;

	private final SharedShare share;

	private final Counter alone;

	private volatile long asked;

	SharedBucket(ScriptedStore store, String key, SharedShare share, Counter alone) {
		this.store = store;
		this.key = key;
		this.share = share;
		this.alone = alone;
		this.asked = System.nanoTime() - PAUSE.toNanos();
	}

	@Override
	public Mono<Boolean> reserve(CallPriority priority, BooleanSupplier taken) {
		return Mono.defer(() -> {
			if (!this.store.available()) {
				return alone(priority, taken);
			}
			if (System.nanoTime() - this.asked < PAUSE.toNanos()) {
				return Mono.just(false);
			}
			return attempt(priority, taken, ATTEMPTS).onErrorResume(StoreException.class,
					(ex) -> alone(priority, taken));
		});
	}

	@Override
	public void release() {
		this.share.released(isAlone());
		sync();
	}

	@Override
	public void settle(@Nullable RateLimit seen, boolean free, boolean answered) {
		this.share.settled(seen, free, answered, isAlone());
		sync();
	}

	@Override
	public void learn(RateLimit seen) {
		this.share.saw(seen);
		sync();
	}

	@Override
	public void unlimited() {
		this.share.unlimited();
		sync();
	}

	@Override
	public void block(Instant until) {
		this.share.block(until);
		sync();
	}

	@Override
	public BucketQuota quota(@Nullable Instant pausedUntil) {
		return this.share.quota(pausedUntil, isAlone());
	}

	int replicas() {
		return this.share.replicas();
	}

	/**
	 * Tells Redis how things are here, and learns how they are there.
	 * @return completes at the end, whatever happens
	 */
	Mono<Void> beat() {
		return Mono.defer(() -> (isAlone()) ? Mono.empty() : run(this.share.reporting()).then())
			.onErrorComplete(StoreException.class);
	}

	/**
	 * Gives back what was granted.
	 * @return completes at the end, whatever happens
	 */
	Mono<Void> leave() {
		return Mono.defer(() -> this.store.run(BUDGET, this.key, this.share.leaving().arguments()).then())
			.onErrorComplete(StoreException.class);
	}

	private void sync() {
		beat().subscribe((none) -> {
		}, (ex) -> {
		});
	}

	private boolean isAlone() {
		return !this.store.available();
	}

	private Mono<Boolean> attempt(CallPriority priority, BooleanSupplier taken, int attempts) {
		return Mono.defer(() -> {
			ShareReport request = this.share.reserving(priority, taken);
			return run(request).map((answer) -> isTaken(request, answer))
				.doOnError((ex) -> this.share.notReserved(request))
				.doOnCancel(() -> this.share.notReserved(request))
				.switchIfEmpty(Mono.defer(() -> overtaken(request, priority, taken, attempts - 1)));
		});
	}

	// Redis is there and took nothing off: asked again with what has happened since.
	private Mono<Boolean> overtaken(ShareReport request, CallPriority priority, BooleanSupplier taken, int attempts) {
		this.share.notReserved(request);
		return (attempts > 0) ? attempt(priority, taken, attempts) : Mono.just(false);
	}

	private Mono<Boolean> alone(CallPriority priority, BooleanSupplier taken) {
		return Mono.fromSupplier(() -> {
			this.share.takeAlone(priority, taken);
			this.alone.increment();
			return true;
		});
	}

	// Empty if a later request of this replica was there first, which told the same and
	// more.
	private Mono<SharedAnswer> run(ShareReport request) {
		return this.store.run(BUDGET, this.key, request.arguments())
			.mapNotNull(SharedAnswer::of)
			.doOnNext((answer) -> this.share.accept(request, answer));
	}

	private boolean isTaken(ShareReport request, SharedAnswer answer) {
		return switch (answer.outcome()) {
			case "taken" -> true;
			case "blocked" -> throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, answer.blockedUntil());
			case "exhausted" -> throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, this.share.end());
			default -> {
				this.share.notReserved(request);
				this.asked = System.nanoTime();
				yield false;
			}
		};
	}

}
