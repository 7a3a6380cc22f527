package io.tgr.trending;

import java.util.Locale;

/**
 * How a question was answered.
 */
enum Outcome {

	/**
	 * From memory.
	 */
	WARM,
	/**
	 * After a live run.
	 */
	COLD,
	/**
	 * From memory, and older than it should be.
	 */
	STALE,
	/**
	 * From memory, before everything planned was found and measured.
	 */
	INCOMPLETE;

	String tag() {
		return name().toLowerCase(Locale.ROOT);
	}

	static Outcome of(TrendingAnswer answer) {
		if (answer.stale() != null) {
			return STALE;
		}
		return (answer.complete()) ? WARM : INCOMPLETE;
	}

}
