package io.tgr.trending.ranking;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import reactor.core.publisher.Mono;

/**
 * Lets equal concurrent callers share one run of some work.
 *
 * @param <K> what makes callers equal
 * @param <V> what the work gives
 */
public final class SharedRuns<K, V> {

	private final Map<K, Mono<V>> running = new ConcurrentHashMap<>();

	/**
	 * Joins the run for this key, or starts it. A run goes on when its callers leave; who
	 * was told its end and asks again starts another.
	 * @param key what makes callers equal
	 * @param work the work, if it is not running yet
	 * @return what the work gives
	 */
	public Mono<V> join(K key, Mono<V> work) {
		return Mono.defer(() -> this.running.computeIfAbsent(key,
				(absent) -> work.doOnTerminate(() -> this.running.remove(key)).cache()));
	}

}
