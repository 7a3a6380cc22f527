package io.tgr.trending.github;

import java.util.List;

import io.tgr.trending.pool.Candidate;

/**
 * A page of search results.
 *
 * @param candidates the repositories of this page, most stars first
 * @param total how many repositories match
 * @param incomplete whether GitHub ran out of time before it saw them all
 */
public record SearchPage(List<Candidate> candidates, long total, boolean incomplete) {

	public SearchPage {
		candidates = List.copyOf(candidates);
	}

}
