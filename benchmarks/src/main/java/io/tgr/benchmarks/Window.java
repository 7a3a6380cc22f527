package io.tgr.benchmarks;

import java.util.Locale;

/**
 * The windows of the API.
 */
enum Window {

	/**
	 * Yesterday.
	 */
	DAILY(1),

	/**
	 * The last 7 days.
	 */
	WEEKLY(7),

	/**
	 * The last 30 days.
	 */
	MONTHLY(30);

	private final int days;

	Window(int days) {
		this.days = days;
	}

	int days() {
		return this.days;
	}

	String parameter() {
		return name().toLowerCase(Locale.ROOT);
	}

}
