package io.tgr.sandbox.github.access;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/**
 * All buckets of all callers.
 */
@Component
public class RateLimits {

	private final Map<Caller, CallerLimits> byCaller = new ConcurrentHashMap<>();

	private final AccessProperties properties;

	private final Clock clock;

	RateLimits(AccessProperties properties, Clock clock) {
		this.properties = properties;
		this.clock = clock;
	}

	/**
	 * Fills all buckets again.
	 */
	public void reset() {
		this.byCaller.values().forEach(CallerLimits::refill);
	}

	boolean enabled() {
		return this.properties.buckets();
	}

	long now() {
		return this.clock.instant().getEpochSecond();
	}

	RateWindow bucket(Caller caller, RateBucket bucket) {
		return Objects.requireNonNull(limits(caller).buckets().get(bucket));
	}

	SecondaryLimits secondary(Caller caller) {
		return limits(caller).secondary();
	}

	private CallerLimits limits(Caller caller) {
		return this.byCaller.computeIfAbsent(caller, (key) -> CallerLimits.of(key, this.properties, this.clock));
	}

}
