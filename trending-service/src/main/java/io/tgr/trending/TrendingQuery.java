package io.tgr.trending;

import java.util.List;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Sort;

/**
 * What {@code GET /trending} asks for; equal questions are equal however they are
 * written.
 *
 * @param key languages and window
 * @param sort the order of the rows
 * @param limit rows at most
 * @param offset rows left out at the top
 * @param filter which rows
 * @param details whether rows are enriched through repo-details
 */
record TrendingQuery(RankingKey key, Sort sort, int limit, int offset, Filter filter, boolean details) {

	/**
	 * All rows that the filter lets through.
	 */
	List<RankedRepository> rows(Ranking ranking, Earlier earlier) {
		List<RankedRepository> rows = ranking.rows(this.sort);
		return (this.filter.wantsAll()) ? rows
				: rows.stream().filter((row) -> this.filter.wants(row.candidate(), earlier)).toList();
	}

	<T> List<T> page(List<T> rows) {
		int from = Math.min(this.offset, rows.size());
		return rows.subList(from, Math.min(rows.size(), from + this.limit));
	}

}
