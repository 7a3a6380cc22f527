package io.tgr.common.store;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;

/**
 * Whether Redis can be used; says in the log when that changes, once each time, and once
 * more when it answers only to refuse us, since that does not pass by itself. It counts
 * as away when the connection is lost, when it says that it cannot be written, or when
 * {@value #FAILURES} commands in a row get no answer in time, each sent after the one
 * before had failed: a single slow command, or many at the same moment, are no reason. It
 * is back when it can be written.
 */
final class RedisHealth {

	static final int FAILURES = 3;

	private static final Log logger = LogFactory.getLog(RedisHealth.class);

	private final String where;

	private final Runnable back;

	private volatile boolean up;

	private volatile int failures;

	private volatile long round;

	private boolean said;

	private boolean refused;

	private boolean ended;

	RedisHealth(String where, Runnable back) {
		this.where = where;
		this.back = back;
	}

	boolean isUp() {
		return this.up;
	}

	/**
	 * Whether it is away, or the last command got no answer.
	 * @return {@code true} if somebody should ask
	 */
	boolean isDoubtful() {
		return !this.up || this.failures > 0;
	}

	/**
	 * Which failures a command does not know of that is sent now.
	 * @return a number that rises with each failure that counts
	 */
	long round() {
		return this.round;
	}

	void answers() {
		if (this.failures > 0) {
			clear();
		}
	}

	void works() {
		if (comesBack()) {
			this.back.run();
		}
	}

	private synchronized boolean comesBack() {
		clear();
		if (this.up || this.ended) {
			return false;
		}
		this.up = true;
		this.refused = false;
		logger.info((this.said) ? "Redis at %s answers again".formatted(this.where) : "Store: Redis at " + this.where);
		this.said = true;
		return true;
	}

	/**
	 * A command failed.
	 * @param cause why
	 * @param sent the round when it was sent
	 */
	void failed(Throwable cause, long sent) {
		if (!this.up || RedisRefusal.isUnusable(cause)) {
			away(cause);
		}
		else if (RedisRefusal.isRefused(cause)) {
			answers();
		}
		else {
			unanswered(cause, sent);
		}
	}

	private synchronized void unanswered(Throwable cause, long sent) {
		if (sent == this.round) {
			this.round++;
			this.failures++;
		}
		if (this.failures >= FAILURES) {
			away(cause);
		}
	}

	synchronized void away(Throwable cause) {
		clear();
		boolean refusal = RedisRefusal.isRefused(cause) && !RedisRefusal.isUnusable(cause);
		if (!this.ended && (this.up || !this.said || (refusal && !this.refused))) {
			this.up = false;
			this.said = true;
			this.refused = refusal;
			logger.warn("Redis at %s %s, each replica goes on by itself: %s".formatted(this.where,
					RedisRefusal.meaning(cause), RedisRefusal.reason(cause)));
		}
	}

	/**
	 * Says nothing any more: what fails from now on was closed by ourselves.
	 */
	synchronized void end() {
		this.ended = true;
		this.up = false;
	}

	private synchronized void clear() {
		this.failures = 0;
		this.round++;
	}

}
