package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;

/**
 * How often something was asked for lately: each question counts half as much a day
 * later. Used by one thread at a time.
 */
class Demand {

	/**
	 * What counts most against what nobody asks for.
	 */
	private static final double MOST = 3;

	private static final double HALF_LIFE = Duration.ofDays(1).toMillis();

	private double count;

	private Instant at = Instant.EPOCH;

	void asked(Instant now) {
		this.count = at(now) + 1;
		this.at = now;
	}

	double at(Instant now) {
		double passed = Math.max(0, Duration.between(this.at, now).toMillis());
		return this.count * Math.pow(0.5, passed / HALF_LIFE);
	}

	/**
	 * How much sooner than others something has its turn.
	 * @param asked how often it was asked for
	 * @param mean how often things are asked for
	 * @return 1 for what is asked for no more often than others, 3 at most
	 */
	static double weight(double asked, double mean) {
		return (mean > 0) ? Math.min(MOST, Math.max(1, asked / mean)) : 1;
	}

}
