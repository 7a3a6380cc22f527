package io.tgr.trending.discovery;

import java.time.Duration;

/**
 * How long to wait after one failure in a row more: twice as long each time, so that an
 * outage of hours costs few calls. Used by one thread at a time.
 */
class Backoff {

	private static final int MOST_DOUBLINGS = 10;

	private final Duration shortest;

	private final Duration longest;

	private int failures;

	Backoff(Duration shortest, Duration longest) {
		this.shortest = shortest;
		this.longest = longest;
	}

	void succeeded() {
		this.failures = 0;
	}

	Duration failed() {
		Duration wait = this.shortest.multipliedBy(1L << Math.min(MOST_DOUBLINGS, this.failures));
		this.failures++;
		return (wait.compareTo(this.longest) < 0) ? wait : this.longest;
	}

	int failures() {
		return this.failures;
	}

}
