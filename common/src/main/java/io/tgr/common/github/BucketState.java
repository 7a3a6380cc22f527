package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One rate limit as far as we know it. Never promises more than GitHub still has: what is
 * under way is taken off the smallest remainder seen in the window, however answers
 * overtake each other.
 */
final class BucketState implements Bucket {

	// How far two answers' resets may lie apart within one window, and past its end.
	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private final RateLimitBucket bucket;

	private final int reservedPercent;

	private final Clock clock;

	private @Nullable Integer limit;

	private boolean assumed = true;

	private int remaining;

	private int underway;

	private @Nullable Instant reset;

	// Whether nobody but us says that the window ends then.
	private boolean guessed;

	private Instant blockedUntil = Instant.MIN;

	BucketState(RateLimitBucket bucket, int assumedLimit, int reservedPercent, Clock clock) {
		this.bucket = bucket;
		this.reservedPercent = reservedPercent;
		this.clock = clock;
		this.limit = assumedLimit;
		this.remaining = assumedLimit;
	}

	// Throws if there is not enough left. A query of ours is worth one point, too.
	@Override
	public Mono<Boolean> reserve(CallPriority priority, BooleanSupplier taken) {
		return Mono.fromSupplier(() -> take(priority, taken));
	}

	private synchronized boolean take(CallPriority priority, BooleanSupplier taken) {
		Instant now = roll();
		if (now.isBefore(this.blockedUntil)) {
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, this.blockedUntil);
		}
		int least = 1 + ((priority == CallPriority.BACKGROUND) ? reserved() : 0);
		if (this.limit != null && this.remaining < least) {
			Instant end = (this.reset != null) ? this.reset.plus(MARGIN) : now.plus(this.bucket.window());
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, end);
		}
		boolean enough = this.limit == null || this.remaining - this.underway >= least;
		this.underway += (enough && taken.getAsBoolean()) ? 1 : 0;
		return enough;
	}

	@Override
	public synchronized void release() {
		this.underway--;
	}

	@Override
	public synchronized void settle(@Nullable RateLimit seen, boolean free, boolean answered) {
		Instant now = roll();
		this.underway--;
		boolean told = seen != null && takeOver(seen);
		if (seen == null && answered && this.assumed) {
			unlimited();
		}
		if (!told && !free) {
			this.remaining--;
			guess(now);
		}
	}

	// A call without an answer may have begun a window; without an end, what such calls
	// took would never come back.
	private void guess(Instant now) {
		if (this.reset == null) {
			this.reset = now.plus(this.bucket.window());
			this.guessed = true;
		}
	}

	@Override
	public synchronized void learn(RateLimit seen) {
		takeOver(seen);
	}

	// False if it is about a past window.
	private boolean takeOver(RateLimit seen) {
		Instant now = this.clock.instant();
		Instant last = now.plus(this.bucket.window()).plus(this.bucket.window());
		Instant end = (seen.reset().isAfter(last)) ? now.plus(this.bucket.window()) : seen.reset();
		if (!end.isAfter(now) || (this.reset != null && !this.guessed && end.isBefore(this.reset.minus(TOLERANCE)))) {
			return false;
		}
		boolean first = this.assumed || this.guessed || this.limit == null || this.limit != seen.limit()
				|| (this.reset != null && end.isAfter(this.reset.plus(TOLERANCE)));
		this.remaining = (first) ? seen.remaining() : Math.min(this.remaining, seen.remaining());
		this.reset = (first || this.reset == null) ? end : this.reset;
		this.limit = seen.limit();
		this.assumed = false;
		this.guessed = false;
		return true;
	}

	@Override
	public synchronized void unlimited() {
		this.limit = null;
		this.assumed = false;
	}

	@Override
	public synchronized void block(Instant until) {
		Instant latest = this.clock.instant().plus(this.bucket.window()).plus(MARGIN);
		this.blockedUntil = (until.isBefore(latest)) ? until : latest;
	}

	@Override
	public synchronized BucketQuota quota(@Nullable Instant pausedUntil) {
		boolean blocked = roll().isBefore(this.blockedUntil);
		Integer left = (this.limit == null) ? null : Math.max(0, this.remaining - this.underway);
		return new BucketQuota(this.bucket, this.limit, (blocked) ? Integer.valueOf(0) : left,
				(blocked) ? this.blockedUntil : this.reset, reserved(), pausedUntil);
	}

	private int reserved() {
		return (this.limit != null) ? this.limit * this.reservedPercent / 100 : 0;
	}

	private Instant roll() {
		Instant now = this.clock.instant();
		if (this.limit != null && this.reset != null && !now.isBefore(this.reset.plus(MARGIN))) {
			this.remaining = this.limit;
			this.reset = null;
			this.guessed = false;
		}
		return now;
	}

}
