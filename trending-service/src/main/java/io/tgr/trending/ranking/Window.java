package io.tgr.trending.ranking;

import java.util.Locale;

/**
 * How many complete UTC days a ranking looks back on.
 */
public enum Window {

	/**
	 * The last complete day.
	 */
	DAILY(1),
	/**
	 * The last seven complete days.
	 */
	WEEKLY(7),
	/**
	 * The last thirty complete days.
	 */
	MONTHLY(30);

	private final int days;

	Window(int days) {
		this.days = days;
	}

	/**
	 * Its length.
	 * @return complete days
	 */
	public int days() {
		return this.days;
	}

	/**
	 * Its name in queries and answers.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

}
