package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;

import reactor.core.publisher.Mono;

/**
 * Runs that cost GitHub calls while somebody waits, so many at a time at most. Equal
 * concurrent callers share one, which ends when the last of them leaves.
 *
 * @param <K> what makes callers equal
 * @param <V> what a run gives
 */
public final class CappedRuns<K, V> {

	private final Map<K, Mono<V>> running = new ConcurrentHashMap<>();

	private final int cap;

	private final Duration retryAfter;

	private final Clock clock;

	private final Semaphore permits;

	/**
	 * Creates room for runs.
	 * @param cap how many at the same time
	 * @param retryAfter when a caller above the cap may ask again
	 * @param clock tells that moment
	 */
	public CappedRuns(int cap, Duration retryAfter, Clock clock) {
		this.cap = cap;
		this.retryAfter = retryAfter;
		this.clock = clock;
		this.permits = new Semaphore(cap);
	}

	boolean active() {
		return this.permits.availablePermits() < this.cap;
	}

	/**
	 * Joins what is under way for this key, or begins it.
	 * @param key what makes callers equal
	 * @param work what to do, if nothing is under way
	 * @return what it gives
	 */
	public Mono<V> join(K key, Mono<V> work) {
		return Mono.defer(() -> this.running.computeIfAbsent(key, (absent) -> shared(key, work)));
	}

	/**
	 * Makes a run if there is room for one.
	 * @param run the run
	 * @return what it gives; {@link TooManyLiveRunsException} at the cap
	 */
	public Mono<V> admit(Mono<V> run) {
		return Mono.defer(() -> (this.permits.tryAcquire()) ? run.doFinally((end) -> this.permits.release())
				: Mono.error(new TooManyLiveRunsException(this.cap, this.clock.instant(), this.retryAfter)));
	}

	private Mono<V> shared(K key, Mono<V> work) {
		return work.doFinally((end) -> this.running.remove(key)).flux().publish().refCount(1).next();
	}

}
