package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A shared rate limit as one replica knows it: by what GitHub said here, and by what
 * Redis says for all.
 */
final class ShareLimit {

	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private final RateLimitBucket bucket;

	private final int reservedPercent;

	private final Clock clock;

	private @Nullable Integer limit;

	private boolean assumed = true;

	private @Nullable Instant reset;

	private Instant blockedUntil = Instant.EPOCH;

	private @Nullable RateLimit seen;

	ShareLimit(RateLimitBucket bucket, int assumedLimit, int reservedPercent, Clock clock) {
		this.bucket = bucket;
		this.limit = assumedLimit;
		this.reservedPercent = reservedPercent;
		this.clock = clock;
	}

	RateLimitBucket bucket() {
		return this.bucket;
	}

	@Nullable Integer calls() {
		return this.limit;
	}

	boolean isAssumed() {
		return this.assumed;
	}

	@Nullable Instant reset() {
		return this.reset;
	}

	Instant blockedUntil() {
		return this.blockedUntil;
	}

	boolean isBlocked() {
		return this.clock.instant().isBefore(this.blockedUntil);
	}

	/**
	 * What GitHub said here and Redis has not confirmed to know.
	 * @return the state when GitHub answered, {@code null} for nothing
	 */
	@Nullable RateLimit seen() {
		return this.seen;
	}

	int reservedPercent() {
		return this.reservedPercent;
	}

	int reserved() {
		return (this.limit != null) ? this.limit * this.reservedPercent / 100 : 0;
	}

	BucketQuota quota(int left, @Nullable Instant pausedUntil) {
		boolean blocked = isBlocked();
		Integer remaining = (this.limit != null) ? Integer.valueOf(Math.max(0, left)) : null;
		return new BucketQuota(this.bucket, this.limit, (blocked) ? Integer.valueOf(0) : remaining,
				(blocked) ? this.blockedUntil : this.reset, reserved(), pausedUntil);
	}

	void accept(@Nullable RateLimit told, SharedAnswer answer) {
		this.limit = answer.limit();
		this.reset = answer.reset();
		this.blockedUntil = answer.blockedUntil();
		this.seen = (this.seen == told) ? null : this.seen;
	}

	/**
	 * Takes over what GitHub says.
	 * @param latest the state when GitHub answered
	 * @return whether it says something new of the limit
	 */
	boolean saw(RateLimit latest) {
		RateLimit before = this.seen;
		boolean same = before != null && latest.limit() == before.limit()
				&& Duration.between(before.reset(), latest.reset()).abs().compareTo(TOLERANCE) <= 0;
		this.seen = (before != null && same && before.remaining() < latest.remaining()) ? before : latest;
		boolean first = this.assumed || this.limit == null || this.limit != latest.limit();
		if (first || this.reset == null) {
			this.limit = latest.limit();
			this.reset = latest.reset();
		}
		this.assumed = false;
		return first;
	}

	boolean isPresent(RateLimit answer) {
		return answer.reset().isAfter(this.clock.instant())
				&& (this.reset == null || !answer.reset().isBefore(this.reset.minus(TOLERANCE)));
	}

	void unlimited() {
		this.limit = null;
		this.assumed = false;
	}

	void block(Instant until) {
		Instant latest = this.clock.instant().plus(this.bucket.window()).plus(MARGIN);
		this.blockedUntil = (until.isBefore(latest)) ? until : latest;
	}

	Instant end() {
		return (this.reset != null) ? this.reset.plus(MARGIN) : this.clock.instant().plus(this.bucket.window());
	}

	/**
	 * Begins a new window if the last one has ended.
	 * @return the limit of the new one, {@code null} if none has begun
	 */
	@Nullable Integer roll() {
		if (this.limit == null || this.reset == null || this.clock.instant().isBefore(this.reset.plus(MARGIN))) {
			return null;
		}
		this.reset = null;
		return this.limit;
	}

}
