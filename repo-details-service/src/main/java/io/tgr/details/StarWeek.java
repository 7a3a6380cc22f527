package io.tgr.details;

import java.time.LocalDate;
import java.util.List;

/**
 * Stars of seven days.
 *
 * @param start the first of them
 * @param days stars of each day
 */
public record StarWeek(LocalDate start, List<Integer> days) {

	public StarWeek {
		days = List.copyOf(days);
	}

}
