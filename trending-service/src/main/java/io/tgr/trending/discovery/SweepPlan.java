package io.tgr.trending.discovery;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import io.tgr.trending.github.SearchQuery;

/**
 * Which searches find the repositories of a language that may be trending: the most
 * starred, the most starred of those created lately, and those below that are still
 * pushed to.
 */
final class SweepPlan {

	/**
	 * How many searches a first sweep takes at most, repeated ones apart.
	 */
	static final int MOST = 7;

	private static final int ACTIVE_DAYS = 7;

	private static final int NEW_DAYS = 30;

	private static final int YOUNG_DAYS = 90;

	private static final int YEAR_DAYS = 365;

	private SweepPlan() {
	}

	/**
	 * The searches of a live run, to be sent side by side; the first is
	 * {@link SearchQuery#mostStarred}.
	 * @param scope what to sweep
	 * @param today the present UTC day
	 * @return few queries
	 */
	static List<SearchQuery> opening(Scope scope, LocalDate today) {
		SearchQuery top = SearchQuery.mostStarred(scope.language());
		return List.of(top, top.createdIn(today.minusDays(NEW_DAYS), null), young(top, today));
	}

	/**
	 * The searches that complete a sweep.
	 * @param scope what to sweep
	 * @param today the present UTC day
	 * @param first what the first search of the opening said
	 * @return all further queries, most promising first; fewer for a language with few
	 * repositories
	 */
	static List<SearchQuery> rest(Scope scope, LocalDate today, FirstPage first) {
		SearchQuery top = SearchQuery.mostStarred(scope.language());
		List<SearchQuery> queries = new ArrayList<>();
		if (first.total() > 2 * SearchQuery.PAGE_SIZE) {
			SearchQuery active = top.upTo(first.floor()).activeSince(today.minusDays(ACTIVE_DAYS));
			queries.add(top.createdIn(today.minusDays(NEW_DAYS), null));
			queries.add(young(top, today));
			queries.add(active);
			queries.add(ofLastYear(top, today));
			queries.add(active.atPage(2));
		}
		if (first.total() > SearchQuery.PAGE_SIZE) {
			queries.add(top.atPage(2));
		}
		return queries;
	}

	/**
	 * The searches that keep a swept language current; in turn they cover all that the
	 * sweep covered.
	 * @param scope what to look at again
	 * @param today the present UTC day
	 * @param first what the first search of the opening said last
	 * @param turn how many such turns there have been
	 * @param count how many searches a turn takes
	 * @return so many queries, or fewer
	 */
	static List<SearchQuery> again(Scope scope, LocalDate today, FirstPage first, int turn, int count) {
		List<SearchQuery> all = new ArrayList<>();
		all.add(SearchQuery.mostStarred(scope.language()));
		all.addAll(rest(scope, today, first));
		List<SearchQuery> queries = new ArrayList<>();
		for (int index = 0; index < Math.min(count, all.size()); index++) {
			queries.add(all.get((turn * count + index) % all.size()));
		}
		return queries;
	}

	private static SearchQuery young(SearchQuery top, LocalDate today) {
		return top.createdIn(today.minusDays(YOUNG_DAYS), today.minusDays(NEW_DAYS + 1));
	}

	private static SearchQuery ofLastYear(SearchQuery top, LocalDate today) {
		return top.createdIn(today.minusDays(YEAR_DAYS), today.minusDays(YOUNG_DAYS + 1));
	}

}
