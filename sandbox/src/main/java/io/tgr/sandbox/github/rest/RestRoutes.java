package io.tgr.sandbox.github.rest;

import java.util.function.BiFunction;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * Which path is answered by what; everything below a repository answers by its id too.
 */
@Configuration(proxyBeanMethods = false)
class RestRoutes {

	private static final RequestPredicate READ = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

	private final RouterFunctions.Builder routes = RouterFunctions.route();

	private final RepositoryLookup lookup;

	RestRoutes(RepositoryLookup lookup) {
		this.lookup = lookup;
	}

	@Bean
	RouterFunction<ServerResponse> repositoryRoutes(RepositoryHandler repository, ContentHandler content,
			CommunityHandler community, StargazersHandler stargazers, GithubAnswers answers) {
		route("", "/repos/repos#get-a-repository", repository::facts);
		route("/languages", "/repos/repos#list-repository-languages", repository::languages);
		route("/contributors", "/repos/repos#list-repository-contributors", repository::contributors);
		route("/topics", "/repos/repos#get-all-repository-topics", repository::topics);
		route("/releases/latest", "/releases/releases#get-the-latest-release", repository::latestRelease);
		route("/readme", "/repos/contents#get-a-repository-readme", content::readme);
		route("/community/profile", "/metrics/community#get-community-profile-metrics", community::profile);
		route("/stargazers", "/activity/starring#list-stargazers", stargazers::closed);
		route("/subscribers", "/activity/watching#list-watchers", stargazers::closed);
		route("/stargazers/history", "/activity/starring#list-stargazers", stargazers::history);
		route("/stargazers/count", "/activity/starring#list-stargazers", stargazers::count);
		this.routes.route(READ.and(RequestPredicates.path("/versions")), (request) -> answers.ok(ApiVersion.dates()));
		return this.routes.build();
	}

	private void route(String path, String documentation,
			BiFunction<ServerRequest, Repository, Mono<ServerResponse>> handler) {
		RequestPredicate either = RequestPredicates.path("/repos/{owner}/{repo}" + path)
			.or(RequestPredicates.path("/repositories/{id}" + path));
		this.routes.route(READ.and(either), this.lookup.found(documentation, handler));
	}

}
