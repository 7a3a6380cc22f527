package io.tgr.sandbox.github.search;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.rest.GithubAnswers;
import io.tgr.sandbox.github.rest.Page;
import io.tgr.sandbox.github.rest.RepositoryDocuments;

/** Answers {@code GET /search/repositories}. */
@Configuration(proxyBeanMethods = false)
class SearchHandler {

	private static final int LONGEST_QUERY = 256;

	private static final int LARGEST_PAGE = 100;

	private final RepositorySearch search;

	private final GithubAnswers answers;

	SearchHandler(RepositorySearch search, GithubAnswers answers) {
		this.search = search;
		this.answers = answers;
	}

	@Bean
	RouterFunction<ServerResponse> searchRoutes() {
		return RouterFunctions.route(RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD)
			.and(RequestPredicates.path("/search/repositories")), this::repositories);
	}

	private Mono<ServerResponse> repositories(ServerRequest request) {
		RepositoryDocuments documents = new RepositoryDocuments(request);
		String query = query(request);
		Page page = Page.of(request, LARGEST_PAGE);
		if (page.offset() >= RepositorySearch.REACHABLE) {
			throw SearchErrors.TOO_DEEP.exception();
		}
		List<SearchHit> hits = this.search.search(query, SearchOrder.of(request.queryParam("sort").orElse(null)),
				request.queryParam("order").filter("asc"::equals).isPresent());
		List<SearchHit> reachable = hits.subList(0, Math.min(hits.size(), RepositorySearch.REACHABLE));
		List<Map<String, @Nullable Object>> items = page.of(reachable)
			.stream()
			.map((hit) -> documents.searchItem(hit.repository(), hit.score()))
			.toList();
		request.exchange().getResponse().getHeaders().setCacheControl(CacheControl.noCache());
		return this.answers.page(body(hits.size(), items), request, page, reachable.size());
	}

	private static String query(ServerRequest request) {
		String query = request.queryParam("q").orElse("");
		if (query.isBlank()) {
			throw SearchErrors.MISSING_QUERY.exception();
		}
		if (query.length() > LONGEST_QUERY) {
			throw SearchErrors.TOO_LONG.exception();
		}
		return query;
	}

	private static Map<String, Object> body(int total, List<Map<String, @Nullable Object>> items) {
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("total_count", total);
		body.put("incomplete_results", false);
		body.put("items", items);
		return body;
	}

}
