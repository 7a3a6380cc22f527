package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/**
 * Days on which weights are chosen, and later ones on which the choice is checked, as it
 * is with a formula in use: the first two thirds, and the last.
 *
 * @param days all of them, those with a month of stars before them
 * @param firstChecking the first of those to check on
 */
record Split(List<LocalDate> days, LocalDate firstChecking) {

	private static final int DAYS_BEFORE = 30;

	static Split of(Collection<LocalDate> days, LocalDate firstStars) {
		List<LocalDate> usable = days.stream()
			.filter((day) -> !day.isBefore(firstStars.plusDays(DAYS_BEFORE)))
			.sorted()
			.toList();
		return new Split(usable, usable.get(usable.size() * 2 / 3));
	}

	boolean isChecking(Results.Result result) {
		return !result.day().isBefore(this.firstChecking);
	}

	String tuning() {
		return this.days.get(0) + " to " + this.firstChecking.minusDays(1);
	}

	String checking() {
		return this.firstChecking + " to " + this.days.get(this.days.size() - 1);
	}

}
