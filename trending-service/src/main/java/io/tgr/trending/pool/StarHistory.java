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

	private static final int MOST_DAYS = 90;

	public StarHistory {
		days = StarDays.of(days);
	}

	public StarHistory(LocalDate from, List<Integer> days, int today, Instant asOf) {
		this(from, days, today, asOf, null);
	}

	/**
	 * Keeps the days before its own of what was known, if it continues them without a
	 * gap; so a window that ends earlier is covered, for up to 90 days.
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
		int size = this.days.size();
		int week = Math.min(WEEK, size);
		double daily = (week == 0) ? 0 : (double) sum(size - week, size) / week;
		return Math.max(this.today, Math.max(sum(size - 1, size), daily));
	}

	/**
	 * The sum of some days, without making objects of them.
	 * @param from the first of them, counted from 0; below 0 as 0
	 * @param end the one after the last of them; past the end as the end
	 * @return their stars
	 */
	public long sum(int from, int end) {
		return StarDays.of(this.days).sum(from, end);
	}

	/**
	 * The last complete day.
	 * @return the day of the last entry of {@code days}
	 */
	public LocalDate to() {
		return this.from.plusDays(this.days.size() - 1L);
	}

}
