package io.tgr.common.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedTimeLimiterMetrics;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * Makes neighbours from their settings and binds their metrics.
 */
final class NeighbourRegistries implements NeighbourFactory, MeterBinder {

	private final BulkheadRegistry bulkheads = BulkheadRegistry.ofDefaults();

	private final CircuitBreakerRegistry circuitBreakers = CircuitBreakerRegistry.ofDefaults();

	private final RetryRegistry retries = RetryRegistry.ofDefaults();

	private final TimeLimiterRegistry timeLimiters = TimeLimiterRegistry.ofDefaults();

	private final Binder binder;

	private final Clock clock;

	NeighbourRegistries(Environment environment, Clock clock) {
		this.binder = Binder.get(environment);
		this.clock = clock;
	}

	@Override
	public Neighbour neighbour(String name, Predicate<Throwable> retryable) {
		NeighbourProperties settings = this.binder.bindOrCreate("tgr.neighbours." + name, NeighbourProperties.class);
		Predicate<Throwable> failed = (ex) -> ex instanceof TimeoutException || retryable.test(ex);
		return new ProtectedNeighbour(name,
				this.timeLimiters.timeLimiter(name,
						TimeLimiterConfig.custom().timeoutDuration(settings.timeout()).build()),
				this.bulkheads.bulkhead(name,
						BulkheadConfig.custom()
							.maxConcurrentCalls(settings.concurrency())
							.maxWaitDuration(Duration.ZERO)
							.build()),
				this.circuitBreakers.circuitBreaker(name, circuitBreaker(settings, failed)),
				this.retries.retry(name, retry(settings, failed)), this.clock);
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		TaggedTimeLimiterMetrics.ofTimeLimiterRegistry(this.timeLimiters).bindTo(registry);
		TaggedBulkheadMetrics.ofBulkheadRegistry(this.bulkheads).bindTo(registry);
		TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(this.circuitBreakers).bindTo(registry);
		TaggedRetryMetrics.ofRetryRegistry(this.retries).bindTo(registry);
	}

	private CircuitBreakerConfig circuitBreaker(NeighbourProperties settings, Predicate<Throwable> failed) {
		return CircuitBreakerConfig.custom()
			.clock(this.clock)
			.slidingWindowSize(settings.window())
			.minimumNumberOfCalls(settings.window())
			.failureRateThreshold(settings.failureRate())
			.waitDurationInOpenState(settings.openFor())
			.recordException(failed)
			.build();
	}

	private RetryConfig retry(NeighbourProperties settings, Predicate<Throwable> failed) {
		IntervalFunction backoff = IntervalFunction.ofExponentialRandomBackoff(settings.backoff(), 2, 0.5,
				settings.maxWait());
		return RetryConfig.custom()
			.maxAttempts(settings.attempts())
			.retryOnException((ex) -> failed.test(ex) && asked(ex).compareTo(settings.maxWait()) <= 0)
			.intervalBiFunction((attempt, outcome) -> Math.max(backoff.apply(attempt),
					(outcome.isLeft()) ? asked(outcome.getLeft()).toMillis() : 0))
			.build();
	}

	// How long the neighbour itself asked us to wait.
	private Duration asked(Throwable failure) {
		Instant now = this.clock.instant();
		Instant retryAt = RetryAfter.of(failure, now);
		Duration wait = (retryAt != null) ? Duration.between(now, retryAt) : Duration.ZERO;
		return (wait.isNegative()) ? Duration.ZERO : wait;
	}

}
