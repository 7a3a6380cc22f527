package io.tgr.sandbox.github.access;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The limits that keep one caller from crowding out the rest: points a minute, and calls
 * at the same time.
 */
final class SecondaryLimits {

	private static final int REST_POINTS = 900;

	private static final int GRAPHQL_POINTS = 2_000;

	private static final int CONCURRENT = 100;

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private final AtomicInteger running = new AtomicInteger();

	private final boolean enabled;

	private final RateWindow rest;

	private final RateWindow graphql;

	SecondaryLimits(boolean enabled, Clock clock) {
		this.enabled = enabled;
		this.rest = new RateWindow(REST_POINTS, MINUTE, clock);
		this.graphql = new RateWindow(GRAPHQL_POINTS, MINUTE, clock);
	}

	boolean enter() {
		return this.running.incrementAndGet() <= CONCURRENT || !this.enabled;
	}

	void leave() {
		this.running.decrementAndGet();
	}

	boolean take(RateBucket bucket, int points) {
		return !this.enabled || window(bucket).take(points);
	}

	long reset(RateBucket bucket) {
		return window(bucket).quota().reset();
	}

	void refill() {
		this.rest.refill();
		this.graphql.refill();
	}

	private RateWindow window(RateBucket bucket) {
		return (bucket == RateBucket.GRAPHQL) ? this.graphql : this.rest;
	}

}
