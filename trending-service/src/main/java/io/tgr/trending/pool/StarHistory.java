package io.tgr.trending.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * Stars per complete UTC day, oldest first and without gaps, and the partial day apart.
 *
 * @param from the first day
 * @param days stars of each day from {@code from} on; the last is the last complete day
 * @param today stars of the day that is not over yet
 * @param asOf when GitHub gave these figures
 */
public record StarHistory(LocalDate from, List<Integer> days, int today, Instant asOf) {

	public StarHistory {
		days = List.copyOf(days);
	}

	/**
	 * The last complete day.
	 * @return the day of the last entry of {@code days}
	 */
	public LocalDate to() {
		return this.from.plusDays(this.days.size() - 1L);
	}

}
