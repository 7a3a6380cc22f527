package io.tgr.trending.github;

import java.time.Clock;
import java.time.Instant;

import io.tgr.common.resilience.Neighbour;
import reactor.core.publisher.Mono;

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
			.map(this::page);
	}

	private SearchPage page(SearchAnswer answer) {
		Instant now = this.clock.instant();
		return new SearchPage(answer.items().stream().map((item) -> item.seenAt(now)).toList(), answer.totalCount(),
				answer.incompleteResults());
	}

}
