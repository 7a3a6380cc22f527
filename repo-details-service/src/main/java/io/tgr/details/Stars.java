package io.tgr.details;

import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Stars per complete UTC day, oldest first and without gaps, and the partial day apart.
 *
 * @param total all stars when GitHub told the days, give or take ten minutes;
 * {@code null} when only the days are known
 * @param from the first day
 * @param days stars of each day from {@code from} on; the last is yesterday
 * @param today stars of the day that is not over yet
 */
record Stars(@Nullable Long total, LocalDate from, List<Integer> days, int today) {

	public Stars {
		days = List.copyOf(days);
	}

}
