package io.tgr.trending;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.ranking.Ranking;

/**
 * An encoded answer that knows what it rests on, and when that was last found unchanged;
 * what nobody else needs any more is not kept for that.
 */
final class ReadyAnswer {

	private final EncodedAnswer encoded;

	private final WeakReference<Ranking> ranking;

	private final WeakReference<Earlier> earlier;

	private final List<SweepState> states;

	private final Outcome outcome;

	private final Coverage coverage;

	private volatile long checked = System.nanoTime();

	ReadyAnswer(EncodedAnswer encoded, Basis basis, TrendingAnswer answer) {
		this.encoded = encoded;
		this.ranking = new WeakReference<>(basis.ranking());
		this.earlier = new WeakReference<>(basis.earlier());
		this.states = basis.states();
		this.outcome = Outcome.of(answer);
		this.coverage = answer.coverage();
	}

	EncodedAnswer encoded() {
		return this.encoded;
	}

	boolean restsOn(Ranking current, List<SweepState> currentStates, @Nullable Earlier before) {
		return this.ranking.refersTo(current) && before != null && this.earlier.refersTo(before)
				&& this.states.equals(currentStates);
	}

	Outcome outcome() {
		return this.outcome;
	}

	Coverage coverage() {
		return this.coverage;
	}

	boolean checkedWithin(Duration lag) {
		return System.nanoTime() - this.checked < lag.toNanos();
	}

	void checked() {
		this.checked = System.nanoTime();
	}

}
