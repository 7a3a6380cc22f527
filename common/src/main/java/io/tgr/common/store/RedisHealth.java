package io.tgr.common.store;

import io.lettuce.core.RedisCommandExecutionException;
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

	private boolean ended;

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
		if (!this.ended && (this.up || !this.said)) {
			this.up = false;
			this.said = true;
			logger.warn("Redis at %s does not answer, each replica goes on by itself: %s".formatted(this.where,
					reason(cause)));
		}
	}

	/**
	 * Says nothing any more: what fails from now on was closed by ourselves.
	 */
	synchronized void end() {
		this.ended = true;
		this.up = false;
	}

	// The first word of what Redis says, such as WRONGPASS: more of it, or what others
	// say, may hold a password.
	private static String reason(Throwable failure) {
		Throwable cause = failure;
		while (cause.getCause() != null && !(cause instanceof RedisCommandExecutionException)) {
			cause = cause.getCause();
		}
		return (cause instanceof RedisCommandExecutionException) ? String.valueOf(cause.getMessage()).split(" ", 2)[0]
				: cause.getClass().getSimpleName();
	}

}
