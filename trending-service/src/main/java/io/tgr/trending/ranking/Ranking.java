package io.tgr.trending.ranking;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

/**
 * Everything measured of some languages in a window, in order; it never changes.
 */
public final class Ranking {

	private final Period period;

	private final int candidates;

	private final List<RankedRepository> rows;

	private final @Nullable Instant asOf;

	private final Map<Sort, List<RankedRepository>> sorted = new ConcurrentHashMap<>();

	Ranking(Period period, int candidates, List<RankedRepository> rows) {
		this.period = period;
		this.candidates = candidates;
		this.rows = List.copyOf(rows);
		this.asOf = rows.stream().map((row) -> row.stars().history().asOf()).min(Instant::compareTo).orElse(null);
	}

	/**
	 * A ranking as it once was.
	 * @param period what it looked back on
	 * @param candidates how many repositories were known
	 * @param rows those of its rows that were kept
	 * @return the ranking
	 */
	public static Ranking kept(Period period, int candidates, List<RankedRepository> rows) {
		return new Ranking(period, candidates, rows);
	}

	/**
	 * What it looks back on.
	 * @return the period
	 */
	public Period period() {
		return this.period;
	}

	/**
	 * How many repositories are known.
	 * @return the number, whether measured or not
	 */
	public int candidates() {
		return this.candidates;
	}

	/**
	 * How many were measured on every day of the window, and so are ranked.
	 * @return the number of rows
	 */
	public int measured() {
		return this.rows.size();
	}

	/**
	 * When the oldest figure in it was taken.
	 * @return the time, {@code null} if nothing is measured
	 */
	public @Nullable Instant asOf() {
		return this.asOf;
	}

	/**
	 * The rows in no particular order.
	 * @return all rows
	 */
	public List<RankedRepository> all() {
		return this.rows;
	}

	/**
	 * The rows in order, sorted once.
	 * @param sort by what
	 * @return all rows
	 */
	public List<RankedRepository> rows(Sort sort) {
		return this.sorted.computeIfAbsent(sort, (by) -> this.rows.stream().sorted(by.order()).toList());
	}

	/**
	 * Where a repository stands by score.
	 * @param fullName the repository, in any case
	 * @return its rank from 1, {@code null} if it is not ranked
	 */
	public @Nullable Integer rankOf(String fullName) {
		List<RankedRepository> byScore = rows(Sort.SCORE);
		for (int row = 0; row < byScore.size(); row++) {
			if (byScore.get(row).candidate().fullName().equalsIgnoreCase(fullName)) {
				return row + 1;
			}
		}
		return null;
	}

}
