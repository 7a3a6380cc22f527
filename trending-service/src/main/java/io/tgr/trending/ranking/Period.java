package io.tgr.trending.ranking;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A window laid on the calendar.
 *
 * @param window the window
 * @param to its last day
 */
public record Period(Window window, LocalDate to) {

	/**
	 * The first day.
	 * @return the first of the window's days
	 */
	public LocalDate from() {
		return this.to.minusDays(this.window.days() - 1L);
	}

	/**
	 * When the first day began.
	 * @return the window's start
	 */
	public Instant start() {
		return from().atStartOfDay(ZoneOffset.UTC).toInstant();
	}

}
