package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

/**
 * What one replica knows of a shared rate limit, what it has under way, and what it may
 * spend alone. Whatever is told to Redis may get lost: totals are told again, and no
 * grant is believed in that Redis may have lowered.
 */
final class SharedShare {

	private final ShareLimit limit;

	private final ShareGrant grant;

	private final ShareReports reports;

	private boolean known;

	private int available;

	private int underway;

	private long spent;

	private long spentBefore;

	SharedShare(String replica, RateLimitBucket bucket, int assumedLimit, int reservedPercent, Duration gone,
			Clock clock) {
		this.limit = new ShareLimit(bucket, assumedLimit, reservedPercent, clock);
		this.grant = new ShareGrant(assumedLimit, bucket.window(), gone, clock);
		this.reports = new ShareReports(replica, this.limit, this.grant, clock);
		this.available = assumedLimit;
	}

	synchronized ShareReport reserving(CallPriority priority, BooleanSupplier taken) {
		this.underway++;
		this.grant.reserving();
		return request((priority == CallPriority.BACKGROUND) ? "background" : "interactive", taken, false);
	}

	synchronized void notReserved(ShareReport request) {
		if (request.end()) {
			this.underway--;
			this.grant.reserved();
		}
	}

	synchronized ShareReport reporting() {
		return request("none", () -> false, false);
	}

	synchronized ShareReport leaving() {
		return request("none", () -> false, true);
	}

	synchronized void accept(ShareReport request, SharedAnswer answer) {
		if (request.reserves() && request.ended().get()) {
			return;
		}
		this.known = true;
		this.available = answer.available();
		this.limit.accept(request.seen(), answer);
		if (answer.outcome().equals("taken") && request.end()) {
			this.grant.reserved();
			this.underway -= (request.taken().getAsBoolean()) ? 0 : 1;
		}
		this.grant.accept(answer, request.alone());
	}

	synchronized void takeAlone(CallPriority priority, BooleanSupplier taken) {
		roll();
		if (this.limit.isBlocked()) {
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, this.limit.blockedUntil());
		}
		Integer calls = this.limit.calls();
		if (calls != null && !isEnoughAlone(calls, priority)) {
			throw new GithubException(GithubFailure.QUOTA_EXHAUSTED, this.limit.end());
		}
		if (taken.getAsBoolean()) {
			this.grant.takeAlone();
			this.underway++;
		}
	}

	// Of the part that may be spent alone as much is kept for interactive calls as of the
	// whole.
	private boolean isEnoughAlone(int limit, CallPriority priority) {
		int spendable = this.grant.spendable(limit);
		if (priority != CallPriority.BACKGROUND) {
			return spendable > 0;
		}
		int kept = Math.min(this.limit.reserved() / this.grant.replicas(),
				ShareGrant.aloneOf(limit) * this.limit.reservedPercent() / 100);
		return spendable > kept && this.grant.left() > this.limit.reserved() / this.grant.replicas();
	}

	synchronized void released(boolean alone) {
		this.underway--;
		if (alone) {
			this.grant.giveBackAlone();
		}
	}

	synchronized void settled(@Nullable RateLimit seen, boolean free, boolean answered, boolean alone) {
		this.underway--;
		boolean told = seen != null && this.limit.isPresent(seen);
		if (seen == null && answered && this.limit.isAssumed()) {
			unlimited();
		}
		if (!free && !told) {
			this.spent++;
		}
		if (free && alone) {
			this.grant.giveBackAlone();
		}
		if (seen != null && told) {
			saw(seen);
		}
	}

	synchronized void saw(RateLimit latest) {
		if (this.limit.saw(latest) && !this.known) {
			this.grant.learn(latest.remaining());
			this.available = latest.remaining();
		}
		this.grant.atMost(latest.remaining());
	}

	synchronized void unlimited() {
		this.limit.unlimited();
	}

	synchronized void block(Instant until) {
		this.limit.block(until);
	}

	synchronized Instant end() {
		return this.limit.end();
	}

	synchronized int replicas() {
		return this.grant.replicas();
	}

	synchronized int underway() {
		return this.underway;
	}

	synchronized BucketQuota quota(@Nullable Instant pausedUntil, boolean alone) {
		if (alone) {
			roll();
		}
		Integer calls = this.limit.calls();
		int left = (alone && calls != null) ? this.grant.spendable(calls) : this.available;
		return this.limit.quota(left, pausedUntil);
	}

	// A new window is shared out anew; what was spent in the last one no longer counts.
	private void roll() {
		Integer fresh = this.limit.roll();
		if (fresh != null) {
			this.grant.roll(fresh);
			this.available = fresh;
			this.spentBefore = this.spent;
		}
	}

	private ShareReport request(String wanted, BooleanSupplier taken, boolean leaving) {
		ShareCounts counts = new ShareCounts(this.underway, this.spent, this.spentBefore, this.known);
		return this.reports.next(wanted, taken, leaving, counts);
	}

}
