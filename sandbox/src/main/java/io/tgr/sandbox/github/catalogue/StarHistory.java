package io.tgr.sandbox.github.catalogue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;

/** Stars of each day since a repository's creation. */
public final class StarHistory {

	private final LocalDate created;

	private final int[] days;

	StarHistory(LocalDate created, int[] days) {
		this.created = created;
		this.days = days;
	}

	/**
	 * The stars of one day.
	 * @param date any day
	 * @return 0 before the creation and after the present day
	 */
	public int on(LocalDate date) {
		long index = date.toEpochDay() - this.created.toEpochDay();
		return (index >= 0 && index < this.days.length) ? this.days[(int) index] : 0;
	}

	/**
	 * All stars.
	 * @return the sum of all days
	 */
	public int total() {
		return Arrays.stream(this.days).sum();
	}

	/**
	 * The Sunday on or before the creation.
	 * @return the first day of the oldest week
	 */
	public LocalDate firstSunday() {
		return sunday(this.created);
	}

	/**
	 * The Sunday on or before the present day.
	 * @return the first day of the newest week
	 */
	public LocalDate lastSunday() {
		return sunday(this.created.plusDays(this.days.length - 1L));
	}

	private static LocalDate sunday(LocalDate date) {
		return date.with(TemporalAdjusters.previousOrSame(DayOfWeek.SUNDAY));
	}

}
