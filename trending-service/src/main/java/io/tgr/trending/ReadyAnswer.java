package io.tgr.trending;

import java.time.Duration;

/**
 * An encoded answer that knows what it rests on, and when that was last found unchanged.
 */
final class ReadyAnswer {

	private final EncodedAnswer encoded;

	private final Basis basis;

	private final Outcome outcome;

	private volatile long checked = System.nanoTime();

	ReadyAnswer(EncodedAnswer encoded, Basis basis, Outcome outcome) {
		this.encoded = encoded;
		this.basis = basis;
		this.outcome = outcome;
	}

	EncodedAnswer encoded() {
		return this.encoded;
	}

	Basis basis() {
		return this.basis;
	}

	Outcome outcome() {
		return this.outcome;
	}

	boolean checkedWithin(Duration lag) {
		return System.nanoTime() - this.checked < lag.toNanos();
	}

	void checked() {
		this.checked = System.nanoTime();
	}

}
