package io.tgr.details;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The last complete UTC days as far as they were known when GitHub was asked. A week that
 * GitHub does not list had no stars.
 *
 * @param from the first day
 * @param days stars of each day from {@code from} on
 * @param today stars of the day that was not over then
 */
record StarWindow(LocalDate from, List<Integer> days, int today) {

	/**
	 * Most days that can be asked for.
	 */
	static final int MAX_DAYS = 365;

	/**
	 * Days of an answer when none were asked for.
	 */
	static final int DEFAULT_DAYS = 30;

	private static final int WEEK = 7;

	private static final List<Integer> WEEKS = List.of(14, 30, 60);

	static StarWindow of(List<StarWeek> weeks, int days, Instant asOf) {
		Map<LocalDate, Integer> stars = byDay(weeks);
		LocalDate unfinished = day(asOf);
		LocalDate from = unfinished.minusDays(days);
		List<Integer> complete = IntStream.range(0, days)
			.mapToObj((index) -> stars.getOrDefault(from.plusDays(index), 0))
			.toList();
		return new StarWindow(from, complete, stars.getOrDefault(unfinished, 0));
	}

	/**
	 * How many weeks hold these days whatever the day of the week is. Few different
	 * answers, so that questions share what is known.
	 * @param days complete days wanted
	 * @return weeks to ask for
	 */
	static int weeks(int days) {
		int needed = (days + 2 * WEEK - 1) / WEEK;
		return WEEKS.stream().filter((weeks) -> weeks >= needed).findFirst().orElseThrow();
	}

	static LocalDate day(Instant instant) {
		return LocalDate.ofInstant(instant, ZoneOffset.UTC);
	}

	private static Map<LocalDate, Integer> byDay(List<StarWeek> weeks) {
		Map<LocalDate, Integer> stars = new HashMap<>();
		for (StarWeek week : weeks) {
			for (int index = 0; index < week.days().size(); index++) {
				stars.put(week.start().plusDays(index), week.days().get(index));
			}
		}
		return stars;
	}

	LocalDate to() {
		return this.from.plusDays(this.days.size() - 1L);
	}

	int gained() {
		return this.days.stream().mapToInt(Integer::intValue).sum();
	}

}
