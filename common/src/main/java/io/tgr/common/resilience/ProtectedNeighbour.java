package io.tgr.common.resilience;

import java.time.Clock;
import java.util.concurrent.TimeoutException;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.reactor.bulkhead.operator.BulkheadOperator;
import io.github.resilience4j.reactor.circuitbreaker.operator.CircuitBreakerOperator;
import io.github.resilience4j.reactor.retry.RetryOperator;
import io.github.resilience4j.reactor.timelimiter.TimeLimiterOperator;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A neighbour behind resilience4j's operators.
 */
final class ProtectedNeighbour implements Neighbour {

	private final String name;

	private final TimeLimiter timeLimiter;

	private final Bulkhead bulkhead;

	private final CircuitBreaker circuitBreaker;

	private final Retry retry;

	private final Clock clock;

	ProtectedNeighbour(String name, TimeLimiter timeLimiter, Bulkhead bulkhead, CircuitBreaker circuitBreaker,
			Retry retry, Clock clock) {
		this.name = name;
		this.timeLimiter = timeLimiter;
		this.bulkhead = bulkhead;
		this.circuitBreaker = circuitBreaker;
		this.retry = retry;
		this.clock = clock;
	}

	@Override
	public <T> Mono<T> protect(Mono<T> call) {
		return call.transformDeferred(TimeLimiterOperator.of(this.timeLimiter))
			.transformDeferred(BulkheadOperator.of(this.bulkhead))
			.transformDeferred(CircuitBreakerOperator.of(this.circuitBreaker))
			.transformDeferred(RetryOperator.of(this.retry))
			.onErrorMap(this::named);
	}

	@Override
	public <T> Flux<T> protect(Flux<T> call) {
		return call.transformDeferred(TimeLimiterOperator.of(this.timeLimiter))
			.transformDeferred(BulkheadOperator.of(this.bulkhead))
			.transformDeferred(CircuitBreakerOperator.of(this.circuitBreaker))
			.transformDeferred(RetryOperator.of(this.retry))
			.onErrorMap(this::named);
	}

	private Throwable named(Throwable failure) {
		if (failure instanceof CallNotPermittedException) {
			return unavailable("has failed too often and is left alone for a while", failure);
		}
		if (failure instanceof BulkheadFullException) {
			return unavailable("has as many calls under way as it may have", failure);
		}
		return (failure instanceof TimeoutException)
				? new NeighbourUnavailableException(this.name, "did not answer in time", null, failure) : failure;
	}

	private NeighbourUnavailableException unavailable(String reason, Throwable cause) {
		long seconds = (cause instanceof CallNotPermittedException)
				? this.circuitBreaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1) / 1000
				: 1;
		return new NeighbourUnavailableException(this.name, reason, this.clock.instant().plusSeconds(seconds), cause);
	}

}
