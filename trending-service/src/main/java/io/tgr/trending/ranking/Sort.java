package io.tgr.trending.ranking;

import java.util.Comparator;
import java.util.Locale;

/**
 * What rows are ordered by, the largest first; ties go by stars gained, then stars, then
 * name.
 */
public enum Sort {

	/**
	 * By the formula's score.
	 */
	SCORE(Comparator.comparingDouble(RankedRepository::score)),
	/**
	 * By stars gained in the window.
	 */
	GAINED(Comparator.comparingLong(RankedRepository::gained)),
	/**
	 * By stars gained against those at the window's start; those too young to say come
	 * last.
	 */
	GROWTH(Comparator.comparingDouble(Sort::growthOrLess)),
	/**
	 * By stars.
	 */
	STARS(Comparator.comparingLong((row) -> row.candidate().stars())),
	/**
	 * By forks.
	 */
	FORKS(Comparator.comparingLong((row) -> row.candidate().forks()));

	private final Comparator<RankedRepository> order;

	Sort(Comparator<RankedRepository> ascending) {
		this.order = ascending.thenComparingLong(RankedRepository::gained)
			.thenComparingLong((row) -> row.candidate().stars())
			.reversed()
			.thenComparing((row) -> row.candidate().fullName(), String.CASE_INSENSITIVE_ORDER);
	}

	/**
	 * The order of rows.
	 * @return the first place first
	 */
	public Comparator<RankedRepository> order() {
		return this.order;
	}

	/**
	 * Its name in queries and answers.
	 * @return the name in lower case
	 */
	public String id() {
		return name().toLowerCase(Locale.ROOT);
	}

	private static double growthOrLess(RankedRepository row) {
		Double growth = row.growth();
		return (growth != null) ? growth : -1;
	}

}
