package io.tgr.common.resilience;

import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Somebody we call and cannot rely on: time limiter, bulkhead, circuit breaker and retry,
 * from the inside out, are put around each call.
 */
public interface Neighbour {

	/**
	 * Protects one call.
	 * @param <T> what it answers
	 * @param call the call, subscribed to once an attempt
	 * @return the protected call; fails with {@link NeighbourUnavailableException} when
	 * it was not made or took too long
	 */
	<T> Mono<T> protect(Mono<T> call);

	/**
	 * Protects one streaming call; the time limit holds between two elements, and what
	 * was emitted is emitted again by a retry.
	 * @param <T> what it answers
	 * @param call the call, subscribed to once an attempt
	 * @return the protected call
	 */
	<T> Flux<T> protect(Flux<T> call);

}
