package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.DoubleSupplier;

import org.jspecify.annotations.Nullable;

/**
 * How long to wait after failures in a row: longer each time, and never the same for all.
 */
final class Backoff {

	static final Duration LEAST = Duration.ofMillis(200);

	static final Duration MOST = Duration.ofSeconds(30);

	private static final Duration MOST_ASKED_FOR = Duration.ofMinutes(5);

	private static final int MOST_DOUBLINGS = 10;

	private final DoubleSupplier chance;

	private int failures;

	Backoff() {
		this(() -> ThreadLocalRandom.current().nextDouble());
	}

	Backoff(DoubleSupplier chance) {
		this.chance = chance;
	}

	/**
	 * Counts a failure.
	 * @param retryAfter when the API server wants to be asked again at the earliest
	 * @return how long to wait
	 */
	Duration next(@Nullable Duration retryAfter) {
		double luck = this.chance.getAsDouble();
		long most = Math.min(MOST.toMillis(), LEAST.toMillis() << Math.min(++this.failures, MOST_DOUBLINGS));
		Duration wait = LEAST.plusMillis((long) (luck * (most - LEAST.toMillis())));
		if (retryAfter == null || retryAfter.compareTo(wait) <= 0) {
			return wait;
		}
		Duration asked = (retryAfter.compareTo(MOST_ASKED_FOR) < 0) ? retryAfter : MOST_ASKED_FOR;
		return asked.plusMillis((long) (luck * asked.toMillis() / 10));
	}

	boolean none() {
		return this.failures == 0;
	}

	void reset() {
		this.failures = 0;
	}

}
