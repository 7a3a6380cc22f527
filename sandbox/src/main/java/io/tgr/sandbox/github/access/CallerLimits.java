package io.tgr.sandbox.github.access;

import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;

/**
 * The limits of one caller.
 *
 * @param buckets the primary ones
 * @param secondary the others
 */
record CallerLimits(Map<RateBucket, RateWindow> buckets, SecondaryLimits secondary) {

	static CallerLimits of(Caller caller, AccessProperties properties, Clock clock) {
		Map<RateBucket, RateWindow> buckets = new EnumMap<>(RateBucket.class);
		for (RateBucket bucket : RateBucket.values()) {
			int limit = properties.buckets() ? caller.kind().limit(bucket) : Integer.MAX_VALUE;
			buckets.put(bucket, new RateWindow(limit, bucket.window(), clock));
		}
		return new CallerLimits(buckets, new SecondaryLimits(properties.secondaryLimits(), clock));
	}

	void refill() {
		this.buckets.values().forEach(RateWindow::refill);
		this.secondary.refill();
	}

}
