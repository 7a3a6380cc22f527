package io.tgr.cluster;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * A clock that a test moves.
 */
public final class TestClock extends Clock {

	public static final Instant START = Instant.parse("2026-11-22T04:10:00Z");

	private volatile Instant now = START;

	public void advance(Duration step) {
		this.now = this.now.plus(step);
	}

	public void reset() {
		this.now = START;
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
		return this.now;
	}

}
