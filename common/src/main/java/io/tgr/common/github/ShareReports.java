package io.tgr.common.github;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * Writes what {@code budget.lua} is told, one after the other.
 */
final class ShareReports {

	private final String replica;

	private final ShareLimit limit;

	private final ShareGrant grant;

	private final Clock clock;

	private long number;

	ShareReports(String replica, ShareLimit limit, ShareGrant grant, Clock clock) {
		this.replica = replica;
		this.limit = limit;
		this.grant = grant;
		this.clock = clock;
	}

	ShareReport next(String wanted, BooleanSupplier taken, boolean leaving, ShareCounts counts) {
		RateLimit told = this.limit.seen();
		Integer calls = this.limit.calls();
		Instant reset = this.limit.reset();
		this.number++;
		if (calls != null) {
			this.grant.forfeit(calls);
		}
		List<String> arguments = Arrays.asList(this.replica, "" + this.number, "" + this.clock.millis(),
				"" + this.limit.bucket().window().toMillis(), "" + ((calls != null) ? calls : -1),
				"" + this.limit.reservedPercent(), "" + counts.underway(), "" + counts.spent(), "" + this.grant.left(),
				wanted, (told != null) ? "" + told.limit() : "", (told != null) ? "" + told.remaining() : "",
				(told != null) ? "" + told.reset().toEpochMilli() : "",
				(calls == null && !this.limit.isAssumed()) ? "1" : "0", "" + this.limit.blockedUntil().toEpochMilli(),
				(counts.known()) ? "1" : "0", (leaving) ? "1" : "0",
				"" + ((counts.known() && reset != null) ? reset.toEpochMilli() : 0), "" + counts.spentBefore(),
				"" + this.grant.gone().toMillis(), "" + ShareGrant.ALONE_PERCENT);
		return new ShareReport(arguments, !wanted.equals("none"), taken, told, this.grant.alone(), new AtomicBoolean());
	}

}
