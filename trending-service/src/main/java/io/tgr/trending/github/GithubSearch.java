package io.tgr.trending.github;

import java.time.Clock;
import java.time.Instant;

import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.Neighbour;
import io.tgr.common.resilience.NeighbourUnavailableException;

/**
 * Searches GitHub for repositories; fails with {@code GithubException}.
 */
public class GithubSearch {

	private final SearchEndpoint endpoint;

	private final Neighbour neighbour;

	private final Clock clock;

	GithubSearch(SearchEndpoint endpoint, Neighbour neighbour, Clock clock) {
		this.endpoint = endpoint;
		this.neighbour = neighbour;
		this.clock = clock;
	}

	/**
	 * One page of search results, one call.
	 * @param query what to search for
	 * @return the page
	 */
	public Mono<SearchPage> search(SearchQuery query) {
		return this.neighbour
			.protect(Mono.defer(() -> this.endpoint.repositories(query.terms(), "stars", "desc", SearchQuery.PAGE_SIZE,
					query.page())))
			.onErrorMap(NeighbourUnavailableException.class, GithubSearch::unavailable)
			.map(this::page);
	}

	private static GithubException unavailable(NeighbourUnavailableException failure) {
		return new GithubException(GithubFailure.UNAVAILABLE, null, failure.retryAt(), null, failure);
	}

	private SearchPage page(SearchAnswer answer) {
		Instant now = this.clock.instant();
		return new SearchPage(answer.items().stream().map((item) -> item.seenAt(now)).toList(), answer.totalCount(),
				answer.incompleteResults());
	}

}
