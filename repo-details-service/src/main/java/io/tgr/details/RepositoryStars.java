package io.tgr.details;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonIgnore;
import org.jspecify.annotations.Nullable;

/**
 * Stars of a repository day by day, oldest first.
 *
 * @param fullName the name it has now
 * @param from the first day
 * @param to the last complete UTC day
 * @param asOf when GitHub was asked
 * @param stale whether GitHub could not be asked again when it was due
 * @param total all stars at {@code asOf}, give or take ten minutes; {@code null} when
 * GitHub did not say them then
 * @param gained the sum of all days
 * @param today stars of the day that is not over yet, {@code null} when GitHub could not
 * be asked on it
 * @param items the days
 */
record RepositoryStars(String fullName, LocalDate from, LocalDate to, Instant asOf, boolean stale, @Nullable Long total,
		int gained, @Nullable Integer today, List<Day> items) {

	public RepositoryStars {
		items = List.copyOf(items);
	}

	/**
	 * Whether clients may keep this for a while.
	 * @return {@code true} if nothing is missing or older than it should be
	 */
	@JsonIgnore
	boolean isSettled() {
		return !this.stale && this.total != null;
	}

	static RepositoryStars of(String fullName, StarWindow window, Instant asOf, boolean stale, @Nullable Long total,
			@Nullable Integer today) {
		return new RepositoryStars(fullName, window.from(), window.to(), asOf, stale, total, window.gained(), today,
				items(window, (total != null && today != null) ? total - today : null));
	}

	private static List<Day> items(StarWindow window, @Nullable Long end) {
		List<Day> days = new ArrayList<>();
		Long cumulative = end;
		for (int index = window.days().size() - 1; index >= 0; index--) {
			int stars = window.days().get(index);
			days.add(new Day(window.from().plusDays(index), stars, cumulative));
			cumulative = (cumulative != null) ? Long.valueOf(cumulative - stars) : null;
		}
		Collections.reverse(days);
		return days;
	}

	/**
	 * One UTC day.
	 *
	 * @param date the day
	 * @param stars stars gained on it
	 * @param cumulative all stars at its end, {@code null} when the total is not known
	 */
	public record Day(LocalDate date, int stars, @Nullable Long cumulative) {

	}

}
