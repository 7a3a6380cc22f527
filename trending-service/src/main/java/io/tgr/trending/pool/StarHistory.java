package io.tgr.trending.pool;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Stars per complete UTC day, oldest first and without gaps, and the partial day apart.
 *
 * @param from the first day
 * @param days stars of each day from {@code from} on; the last is the last complete day
 * @param today stars of the day that is not over yet
 * @param asOf when GitHub gave these figures
 * @param total all stars at {@code asOf}, {@code null} when only the days are known
 */
public record StarHistory(LocalDate from, List<Integer> days, int today, Instant asOf, @Nullable Long total) {

	private static final int WEEK = 7;

	private static final int MOST_DAYS = 40;

	public StarHistory {
		days = List.copyOf(days);
	}

	public StarHistory(LocalDate from, List<Integer> days, int today, Instant asOf) {
		this(from, days, today, asOf, null);
	}

	/**
	 * Keeps the days before its own of what was known, if it continues them without a
	 * gap; so a window that ends a day earlier is still covered just after midnight.
	 * @param known what was known before
	 * @return this history, with older days while there are not too many
	 */
	StarHistory continuing(StarHistory known) {
		long older = known.from().until(this.from, ChronoUnit.DAYS);
		long kept = Math.min(older, (long) MOST_DAYS - this.days.size());
		if (kept <= 0 || older > known.days().size()) {
			return this;
		}
		List<Integer> all = new ArrayList<>(known.days().subList((int) (older - kept), (int) older));
		all.addAll(this.days);
		return new StarHistory(this.from.minusDays(kept), all, this.today, this.asOf, this.total);
	}

	/**
	 * How fast it gains stars: by the last complete day, the last seven, or today,
	 * whichever says most.
	 * @return stars a day
	 */
	public double pace() {
		double last = (this.days.isEmpty()) ? 0 : this.days.get(this.days.size() - 1);
		List<Integer> week = this.days.subList(Math.max(0, this.days.size() - WEEK), this.days.size());
		double daily = week.stream().mapToInt(Integer::intValue).average().orElse(0);
		return Math.max(this.today, Math.max(last, daily));
	}

	/**
	 * The last complete day.
	 * @return the day of the last entry of {@code days}
	 */
	public LocalDate to() {
		return this.from.plusDays(this.days.size() - 1L);
	}

}
