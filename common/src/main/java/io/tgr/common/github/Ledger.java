package io.tgr.common.github;

import java.time.Clock;

import reactor.core.scheduler.Schedulers;

/**
 * Where the budget is kept: in this process, or where replicas share it.
 */
interface Ledger {

	Bucket bucket(RateLimitBucket bucket, int assumedLimit);

	Turns turns(String name, int pointsPerMinute);

	/**
	 * A budget of this process alone.
	 * @param properties the settings
	 * @param clock tells the time
	 * @return the ledger
	 */
	static Ledger local(GithubProperties properties, Clock clock) {
		int reserved = properties.reservedForInteractive();
		return new Ledger() {

			@Override
			public Bucket bucket(RateLimitBucket bucket, int assumedLimit) {
				return new BucketState(bucket, assumedLimit, reserved, clock);
			}

			@Override
			public Turns turns(String name, int pointsPerMinute) {
				return new Pace(pointsPerMinute, reserved, clock, Schedulers.parallel());
			}

		};
	}

}
