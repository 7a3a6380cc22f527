package io.tgr.trending.discovery;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.github.GithubSearch;
import io.tgr.trending.github.SearchPage;
import io.tgr.trending.github.SearchQuery;
import io.tgr.trending.pool.CandidatePool;

/**
 * Searches, and keeps what it sees in the pool; whatever follows a search goes on off the
 * event loop.
 */
class CandidateFinder {

	private final GithubSearch search;

	private final CandidatePool pool;

	private final Scheduler scheduler;

	CandidateFinder(GithubSearch search, CandidatePool pool, Scheduler scheduler) {
		this.search = search;
		this.pool = pool;
		this.scheduler = scheduler;
	}

	Mono<SearchPage> find(SearchQuery query) {
		return this.search.search(query).publishOn(this.scheduler).doOnNext(this::keep);
	}

	private void keep(SearchPage page) {
		this.pool.seen(page.candidates());
	}

}
