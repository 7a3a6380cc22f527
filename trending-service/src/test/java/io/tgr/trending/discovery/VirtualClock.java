package io.tgr.trending.discovery;

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

	private final Instant start;

	VirtualClock(VirtualTimeScheduler scheduler, String start) {
		this.scheduler = scheduler;
		this.start = Instant.parse(start);
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
