package io.tgr.trending.archive;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.ranking.Sort;

/**
 * What was before a ranking: places the day before, first appearances, and who stood in
 * the first 100 places during the seven days before.
 */
public final class Earlier {

	/**
	 * Nothing is known.
	 */
	public static final Earlier UNKNOWN = new Earlier(Map.of(), Map.of(), Set.of(), false, false, false);

	private final Map<Sort, Map<Long, Integer>> ranks;

	private final Map<Long, LocalDate> firsts;

	private final Set<Long> week;

	private final boolean weekKnown;

	private final boolean kept;

	private final boolean read;

	Earlier(Map<Sort, Map<Long, Integer>> ranks, Map<Long, LocalDate> firsts, Set<Long> week, boolean weekKnown,
			boolean kept, boolean read) {
		this.ranks = Map.copyOf(ranks);
		this.firsts = Map.copyOf(firsts);
		this.week = Set.copyOf(week);
		this.weekKnown = weekKnown;
		this.kept = kept;
		this.read = read;
	}

	/**
	 * Whether what was kept could be read.
	 * @return {@code false} if the store did not tell: then all there is comes from star
	 * histories
	 */
	public boolean isRead() {
		return this.read;
	}

	// Then nothing better will be known of the day before.
	boolean isKept() {
		return this.kept;
	}

	/**
	 * How much memory it takes.
	 * @return repositories that it says something of
	 */
	int size() {
		return this.firsts.size() + this.week.size() + this.ranks.values().stream().mapToInt(Map::size).sum() + 10;
	}

	/**
	 * Its place the day before.
	 * @param sort in which order
	 * @param id the repository
	 * @return the place from 1, {@code null} if it is not known
	 */
	public @Nullable Integer previousRank(Sort sort, long id) {
		return this.ranks.getOrDefault(sort, Map.of()).get(id);
	}

	/**
	 * The first day it stood in the first 100 places.
	 * @param id the repository
	 * @return the day, {@code null} if it did on none that is kept
	 */
	public @Nullable LocalDate firstRankedOn(long id) {
		return this.firsts.get(id);
	}

	/**
	 * Whether it can be told what is new.
	 * @return {@code false} as long as no ranking of the seven days before is kept, or
	 * none could be read
	 */
	public boolean isWeekKnown() {
		return this.weekKnown;
	}

	/**
	 * Whether it stood in the first 100 places on none of the seven days before.
	 * @param id the repository
	 * @return {@code false} too as long as that cannot be told
	 */
	public boolean isNew(long id) {
		return this.weekKnown && !this.week.contains(id);
	}

}
