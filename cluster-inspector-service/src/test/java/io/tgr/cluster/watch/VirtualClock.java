package io.tgr.cluster.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import reactor.test.scheduler.VirtualTimeScheduler;

/**
 * A clock that goes with a virtual-time scheduler.
 */
class VirtualClock extends Clock {

	private final VirtualTimeScheduler scheduler;

	private final Instant start = Instant.parse("2026-11-22T12:00:00Z");

	VirtualClock(VirtualTimeScheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public ZoneId getZone() {
		return ZoneOffset.UTC;
	}

	@Override
	public Clock withZone(ZoneId zone) {
		return this;
	}

	@Override
	public Instant instant() {
		return this.start.plusMillis(this.scheduler.now(TimeUnit.MILLISECONDS));
	}

}
