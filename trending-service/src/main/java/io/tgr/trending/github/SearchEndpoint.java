package io.tgr.trending.github;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import reactor.core.publisher.Mono;

/**
 * GitHub's repository search.
 */
@HttpExchange(accept = "application/vnd.github+json")
interface SearchEndpoint {

	@GetExchange("/search/repositories")
	Mono<SearchAnswer> repositories(@RequestParam("q") String query, @RequestParam("sort") String sort,
			@RequestParam("order") String order, @RequestParam("per_page") int perPage, @RequestParam("page") int page);

}
