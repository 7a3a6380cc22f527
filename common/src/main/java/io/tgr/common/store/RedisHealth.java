package io.tgr.common.store;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Whether Redis answers; says in the log when that changes, once each time.
 */
final class RedisHealth {

	private static final Log logger = LogFactory.getLog(RedisHealth.class);

	private final String where;

	private final Runnable back;

	private volatile boolean up;

	private boolean said;

	RedisHealth(String where, Runnable back) {
		this.where = where;
		this.back = back;
	}

	boolean isUp() {
		return this.up;
	}

	synchronized void answers() {
		if (!this.up) {
			this.up = true;
			logger.info(
					(this.said) ? "Redis at %s answers again".formatted(this.where) : "Store: Redis at " + this.where);
			if (this.said) {
				this.back.run();
			}
			this.said = true;
		}
	}

	synchronized void fails(Throwable cause) {
		if (this.up || !this.said) {
			this.up = false;
			this.said = true;
			logger.warn("Redis at %s does not answer, each replica goes on by itself: %s".formatted(this.where,
					cause.getClass().getSimpleName()));
		}
	}

}
