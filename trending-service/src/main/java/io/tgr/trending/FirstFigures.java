package io.tgr.trending;

import java.util.List;

import io.tgr.trending.discovery.TooManyLiveRunsException;

/**
 * How looking at languages nobody asked for before went.
 *
 * @param cold whether there were any
 * @param failures what went wrong
 */
record FirstFigures(boolean cold, List<Throwable> failures) {

	/**
	 * Whether too many other languages were being looked at.
	 */
	boolean busy() {
		return this.failures.stream().anyMatch(TooManyLiveRunsException.class::isInstance);
	}

	Outcome outcome(TrendingAnswer answer) {
		if (busy()) {
			return Outcome.BUSY;
		}
		return (this.cold && this.failures.isEmpty()) ? Outcome.COLD : Outcome.of(answer);
	}

}
