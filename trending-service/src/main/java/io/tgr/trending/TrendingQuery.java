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
 * @param shape what the answer looks like
 */
public record TrendingQuery(RankingKey key, Sort sort, int limit, int offset, Filter filter, boolean details,
		AnswerShape shape) {

	/**
	 * The question for the best of a ranking.
	 * @param key languages and window
	 * @param limit rows at most
	 * @param shape what the answer looks like
	 * @return the question
	 */
	public static TrendingQuery top(RankingKey key, int limit, AnswerShape shape) {
		return new TrendingQuery(key, Sort.SCORE, limit, 0, Filter.NONE, false, shape);
	}

	/**
	 * The question as a query string: equal questions have the same.
	 * @return what is not as by default, encoded
	 */
	public String text() {
		QueryText text = new QueryText();
		this.key.languages().forEach((language) -> text.add("language", language));
		text.add("window", this.key.window().id());
		text.add("date", this.key.date());
		text.add("sort", (this.sort != Sort.SCORE) ? this.sort.id() : null);
		text.add("limit", (this.limit != TrendingQueries.DEFAULT_LIMIT) ? this.limit : null);
		text.add("offset", (this.offset > 0) ? this.offset : null);
		this.filter.describe(text);
		return text.toString();
	}

	TrendingQuery as(AnswerShape other) {
		return new TrendingQuery(this.key, this.sort, this.limit, this.offset, this.filter, this.details, other);
	}

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
