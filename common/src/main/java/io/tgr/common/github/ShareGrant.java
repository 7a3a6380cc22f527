package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What one replica was granted of a shared rate limit: nobody else takes it. While Redis
 * is away a part of it may be spent; the rest is kept for Redis, which may give it to
 * others when this replica is silent.
 */
final class ShareGrant {

	/**
	 * Percent of the limit that may be spent without asking.
	 */
	static final int ALONE_PERCENT = 10;

	// So that we have given up what others may have before they do.
	private static final Duration MARGIN = Duration.ofSeconds(5);

	private final Duration window;

	private final Duration gone;

	private final Clock clock;

	private int replicas = 1;

	private int left;

	private int reserving;

	private long alone;

	private long aloneBefore;

	private @Nullable Instant heard;

	/**
	 * Makes one.
	 * @param left what there is before Redis has said anything
	 * @param window how long a window is
	 * @param gone after how long a silence the others do without this replica
	 * @param clock tells the time
	 */
	ShareGrant(int left, Duration window, Duration gone, Clock clock) {
		this.left = left;
		this.window = window;
		this.gone = gone;
		this.clock = clock;
	}

	int left() {
		return this.left;
	}

	int replicas() {
		return this.replicas;
	}

	Duration gone() {
		return this.gone;
	}

	/**
	 * How many were taken alone; less those that were given back.
	 * @return the total
	 */
	long alone() {
		return this.alone;
	}

	// Redis may take it off the grant, and its answer may get lost.
	void reserving() {
		this.reserving++;
		this.left = Math.max(0, this.left - 1);
	}

	void reserved() {
		this.reserving--;
	}

	void takeAlone() {
		this.left--;
		this.alone++;
	}

	void giveBackAlone() {
		this.left++;
		this.alone--;
	}

	/**
	 * Takes over a grant.
	 * @param answer what Redis grants
	 * @param before how many had been taken alone when it was asked
	 */
	void accept(SharedAnswer answer, long before) {
		this.replicas = answer.replicas();
		int since = (int) Math.max(0, this.alone - before);
		this.left = Math.max(0, answer.grant() - this.reserving - since);
		this.aloneBefore = before;
		this.heard = this.clock.instant();
	}

	void learn(int remaining) {
		this.left = remaining;
	}

	void atMost(int remaining) {
		this.left = Math.min(this.left, remaining);
	}

	/**
	 * Shares out a new window.
	 * @param limit its limit
	 */
	void roll(int limit) {
		this.left = limit / this.replicas;
		this.aloneBefore = this.alone;
	}

	/**
	 * What may be spent without asking, and is promised to nobody else.
	 * @param limit the limit
	 * @return a part of the limit, less what was taken since Redis answered last; all
	 * that is left for who knows no others, or has been without Redis for so long that
	 * they do not count on it any more
	 */
	int spendable(int limit) {
		return (this.heard == null || isSilentFor(this.window.plus(this.gone))) ? this.left : kept(limit);
	}

	/**
	 * Gives up what others may have after such a silence.
	 * @param limit the limit
	 */
	void forfeit(int limit) {
		if (isSilentFor(this.gone.minus(MARGIN))) {
			this.left = kept(limit);
		}
	}

	/**
	 * How much may be spent without asking before anything is.
	 * @param limit the limit
	 * @return a part of it
	 */
	static int aloneOf(int limit) {
		return Math.max(1, limit * ALONE_PERCENT / 100);
	}

	private int kept(int limit) {
		long kept = aloneOf(limit) - (this.alone - this.aloneBefore);
		return (int) Math.max(0, Math.min(this.left, kept));
	}

	private boolean isSilentFor(Duration time) {
		return this.heard != null && !this.clock.instant().isBefore(this.heard.plus(time));
	}

}
