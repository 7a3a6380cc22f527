package io.tgr.trending.discovery;

import java.util.Locale;

/**
 * What the budget is spent on, most urgent first within a bucket.
 */
enum PlanLane {

	/**
	 * The searches of a language's first sweep.
	 */
	FIRST_SEARCHES("search", true),

	/**
	 * The searches that keep a language current.
	 */
	REPEATED_SEARCHES("search", false),

	/**
	 * The measurements of a language's first sweep.
	 */
	FIRST_SWEEPS("core", true),

	/**
	 * Histories that end before yesterday.
	 */
	DAY_TURN("core", true),

	/**
	 * Repositories new to us, and those that gain faster than when they were measured.
	 */
	RISERS("core", false),

	/**
	 * The top of each language, again during the day.
	 */
	HOT("core", false),

	/**
	 * The oldest of all other figures that are ranked.
	 */
	OLDEST("core", false);

	private final String bucket;

	private final boolean urgent;

	PlanLane(String bucket, boolean urgent) {
		this.bucket = bucket;
		this.urgent = urgent;
	}

	String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	String bucket() {
		return this.bucket;
	}

	// Whether it may take what an hour may take at most, and not only its part of a day.
	boolean urgent() {
		return this.urgent;
	}

}
