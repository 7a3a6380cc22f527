package io.tgr.benchmarks;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.tgr.sandbox.github.fault.FaultRule;

/**
 * Trouble at GitHub during a simulation.
 *
 * @param name what it is, for people
 * @param from when it begins
 * @param to when it ends
 * @param rules what happens to calls meanwhile
 */
record Trouble(String name, Instant from, Instant to, List<FaultRule> rules) {

	private static final int SILENCE = 600;

	/**
	 * GitHub answers nothing but 503.
	 * @param from when it begins
	 * @param length how long it lasts
	 * @return the trouble
	 */
	static Trouble outage(Instant from, Duration length) {
		return new Trouble("outage", from, from.plus(length), List.of(FaultRule.of("/**", "unicorn-503")));
	}

	/**
	 * GitHub refuses every call by a secondary limit, and asks for ten minutes of
	 * silence.
	 * @param from when it begins
	 * @param length how long it lasts
	 * @return the trouble
	 */
	static Trouble secondaryLimit(Instant from, Duration length) {
		return new Trouble("secondary limit", from, from.plus(length),
				List.of(FaultRule.of("/**", "secondary-rate-limit-403").withRetryAfter(SILENCE),
						FaultRule.of("/graphql", "graphql-secondary").withRetryAfter(SILENCE)));
	}

	/**
	 * Whether figures may suffer from it at a moment.
	 * @param moment the moment
	 * @param grace how long after its end
	 * @return whether the moment lies between its beginning and the end of the grace
	 */
	boolean touches(Instant moment, Duration grace) {
		return !moment.isBefore(this.from) && moment.isBefore(this.to.plus(grace));
	}

}
