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
	INCOMPLETE,
	/**
	 * Refused, or from memory and less than it could be, since too many other languages
	 * were being looked at.
	 */
	BUSY,
	/**
	 * Not at all: nothing is known, and no neighbour answered.
	 */
	UNAVAILABLE;

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
