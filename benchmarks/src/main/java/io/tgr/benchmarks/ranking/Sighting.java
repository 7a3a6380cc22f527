package io.tgr.benchmarks.ranking;

import java.time.LocalDate;
import java.util.List;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Sort;
import io.tgr.trending.ranking.Window;

/**
 * A repository as a search would have shown it on a day of which no stars per day are
 * known.
 *
 * @param candidate the repository
 * @param day the day
 */
record Sighting(Candidate candidate, LocalDate day) {

	/**
	 * Lets the service name what is unusual of it.
	 * @param ranker the service's
	 * @return the names of the terms that weigh it down
	 */
	List<String> suspicions(Ranker ranker) {
		LocalDate yesterday = this.day.minusDays(1);
		StarHistory history = new StarHistory(yesterday, List.of(1), 0, this.candidate.seenAt());
		RankedRepository row = ranker
			.rank(List.of(new TrackedRepository(this.candidate, history)), Window.DAILY, yesterday)
			.rows(Sort.SCORE)
			.get(0);
		return ranker.explain(row).suspicions();
	}

}
