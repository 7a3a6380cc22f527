package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;

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
	public Mono<Boolean> reserve(CallPriority priority) {
		return Mono.defer(() -> {
			if (!this.store.available()) {
				return alone(priority);
			}
			if (System.nanoTime() - this.asked < PAUSE.toNanos()) {
				return Mono.just(false);
			}
			String wanted = (priority == CallPriority.BACKGROUND) ? "background" : "interactive";
			ShareReport request = this.share.reserving(wanted);
			return run(request).map((answer) -> isTaken(request, answer))
				.doOnError((ex) -> this.share.notReserved(request))
				.doOnCancel(() -> this.share.notReserved(request))
				.onErrorResume(StoreException.class, (ex) -> alone(priority));
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
		return Mono.defer(() -> (isAlone()) ? Mono.<Void>empty() : run(this.share.reporting()).then())
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

	private Mono<Boolean> alone(CallPriority priority) {
		return Mono.fromSupplier(() -> {
			this.share.takeAlone(priority);
			this.alone.increment();
			return true;
		});
	}

	private Mono<SharedAnswer> run(ShareReport request) {
		return this.store.run(BUDGET, this.key, request.arguments())
			.mapNotNull(SharedAnswer::of)
			.switchIfEmpty(Mono.error(() -> new StoreException("Redis was told this too late", null)))
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
