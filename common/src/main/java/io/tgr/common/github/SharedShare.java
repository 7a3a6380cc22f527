package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.jspecify.annotations.Nullable;

/**
 * What one replica knows of a shared rate limit, what it has under way, and what it may
 * spend alone. Whatever is told to Redis may get lost: totals are told again, and no
 * grant is believed in that Redis may have lowered.
 */
final class SharedShare {

	private static final Duration TOLERANCE = Duration.ofSeconds(5);

	private static final Duration MARGIN = Duration.ofSeconds(1);

	private final String replica;

	private final RateLimitBucket bucket;

	private final int reservedPercent;

	private final Clock clock;

	private @Nullable Integer limit;

	private boolean assumed = true;

	private boolean known;

	private @Nullable Instant reset;

	private Instant blockedUntil = Instant.EPOCH;

	private int replicas = 1;

	private int available;

	private int grant;

	private int underway;

	private int reserving;

	private long spent;

	private long spentBefore;

	private long number;

	private @Nullable RateLimit seen;

	SharedShare(String replica, RateLimitBucket bucket, int assumedLimit, int reservedPercent, Clock clock) {
		this.replica = replica;
		this.bucket = bucket;
		this.reservedPercent = reservedPercent;
		this.clock = clock;
		this.limit = assumedLimit;
		this.available = assumedLimit;
		this.grant = assumedLimit;
	}

	synchronized ShareReport reserving(String wanted) {
		this.underway++;
		this.reserving++;
		this.grant = Math.max(0, this.grant - 1);
		return request(wanted, false);
	}

	synchronized void notReserved(ShareReport request) {
		if (request.ended().compareAndSet(false, true)) {
			this.underway--;
			this.reserving--;
		}
	}

	synchronized ShareReport reporting() {
		return request("none", false);
	}

	synchronized ShareReport leaving() {
		return request("none", true);
	}

	synchronized void accept(ShareReport request, SharedAnswer answer) {
		if (!request.wanted().equals("none") && request.ended().get()) {
			return;
		}
		this.known = true;
		this.limit = answer.limit();
		this.reset = answer.reset();
		this.available = answer.available();
		this.replicas = answer.replicas();
		this.blockedUntil = answer.blockedUntil();
		this.seen = (this.seen == request.seen()) ? null : this.seen;
		if (answer.outcome().equals("taken")) {
			request.ended().set(true);
			this.reserving--;
		}
		this.grant = Math.max(0, answer.grant() - this.reserving);
	}

	synchronized void takeAlone(CallPriority priority) {
		roll();
		if (this.clock.instant().isBefore(this.blockedUntil)) {
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, this.blockedUntil);
		}
		int least = 1 + ((priority == CallPriority.BACKGROUND) ? reserved() / this.replicas : 0);
		if (this.limit != null && this.grant < least) {
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, end());
		}
		this.grant--;
		this.underway++;
	}

	synchronized void released(boolean alone) {
		this.underway--;
		this.grant += (alone) ? 1 : 0;
	}

	synchronized void settled(@Nullable RateLimit seen, boolean free, boolean answered, boolean alone) {
		this.underway--;
		boolean told = seen != null && isPresent(seen);
		if (seen == null && answered && this.assumed) {
			unlimited();
		}
		if (!free && !told) {
			this.spent++;
		}
		this.grant += (free && alone) ? 1 : 0;
		if (seen != null && told) {
			saw(seen);
		}
	}

	synchronized void saw(RateLimit latest) {
		RateLimit before = this.seen;
		boolean same = before != null && latest.limit() == before.limit()
				&& Duration.between(before.reset(), latest.reset()).abs().compareTo(TOLERANCE) <= 0;
		this.seen = (before != null && same && before.remaining() < latest.remaining()) ? before : latest;
		boolean first = this.assumed || this.limit == null || this.limit != latest.limit();
		if (!this.known && first) {
			this.grant = latest.remaining();
			this.available = latest.remaining();
		}
		if (first || this.reset == null) {
			this.limit = latest.limit();
			this.reset = latest.reset();
		}
		this.assumed = false;
		this.grant = Math.min(this.grant, latest.remaining());
	}

	synchronized void unlimited() {
		this.limit = null;
		this.assumed = false;
	}

	synchronized void block(Instant until) {
		Instant latest = this.clock.instant().plus(this.bucket.window()).plus(MARGIN);
		this.blockedUntil = (until.isBefore(latest)) ? until : latest;
	}

	synchronized Instant end() {
		return (this.reset != null) ? this.reset.plus(MARGIN) : this.clock.instant().plus(this.bucket.window());
	}

	synchronized int replicas() {
		return this.replicas;
	}

	synchronized BucketQuota quota(@Nullable Instant pausedUntil, boolean alone) {
		if (alone) {
			roll();
		}
		boolean blocked = this.clock.instant().isBefore(this.blockedUntil);
		int left = (blocked) ? 0 : Math.max(0, (alone) ? this.grant : this.available);
		return new BucketQuota(this.bucket, this.limit, (this.limit != null || blocked) ? left : null,
				(blocked) ? this.blockedUntil : this.reset, reserved(), pausedUntil);
	}

	// A new window is shared out anew; what was spent in the last one no longer counts.
	private void roll() {
		if (this.limit != null && this.reset != null && !this.clock.instant().isBefore(this.reset.plus(MARGIN))) {
			this.grant = this.limit / this.replicas;
			this.available = this.limit;
			this.spentBefore = this.spent;
			this.reset = null;
		}
	}

	private boolean isPresent(RateLimit answer) {
		return answer.reset().isAfter(this.clock.instant())
				&& (this.reset == null || !answer.reset().isBefore(this.reset.minus(TOLERANCE)));
	}

	private int reserved() {
		return (this.limit != null) ? this.limit * this.reservedPercent / 100 : 0;
	}

	private ShareReport request(String wanted, boolean leaving) {
		RateLimit told = this.seen;
		this.number++;
		List<String> arguments = Arrays.asList(this.replica, "" + this.number, "" + this.clock.millis(),
				"" + this.bucket.window().toMillis(), "" + ((this.limit != null) ? this.limit : -1),
				"" + this.reservedPercent, "" + this.underway, "" + this.spent, "" + this.grant, wanted,
				(told != null) ? "" + told.limit() : "", (told != null) ? "" + told.remaining() : "",
				(told != null) ? "" + told.reset().toEpochMilli() : "",
				(this.limit == null && !this.assumed) ? "1" : "0", "" + this.blockedUntil.toEpochMilli(),
				(this.known) ? "1" : "0", (leaving) ? "1" : "0",
				"" + ((this.known && this.reset != null) ? this.reset.toEpochMilli() : 0), "" + this.spentBefore);
		return new ShareReport(arguments, wanted, told, new AtomicBoolean());
	}

}
