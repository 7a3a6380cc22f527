package io.tgr.sandbox.github.access;

import java.time.Clock;
import java.time.Duration;

/**
 * A bucket that is full again one window after its first use.
 */
final class RateWindow {

	private final int limit;

	private final long seconds;

	private final Clock clock;

	private int used;

	private long reset;

	RateWindow(int limit, Duration window, Clock clock) {
		this.limit = limit;
		this.seconds = window.toSeconds();
		this.clock = clock;
	}

	synchronized boolean take(int points) {
		roll();
		if (this.used + points > this.limit) {
			return false;
		}
		this.used += points;
		return true;
	}

	synchronized void giveBack(int points) {
		this.used = Math.max(0, this.used - points);
	}

	synchronized void refill() {
		this.used = 0;
		this.reset = 0;
	}

	synchronized RateQuota quota() {
		roll();
		return new RateQuota(this.limit, this.used, this.limit - this.used, this.reset);
	}

	private void roll() {
		long now = this.clock.instant().getEpochSecond();
		if (this.used == 0 || now >= this.reset) {
			this.used = 0;
			this.reset = now + this.seconds;
		}
	}

}
