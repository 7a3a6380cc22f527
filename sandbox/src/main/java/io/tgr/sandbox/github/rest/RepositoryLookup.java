package io.tgr.sandbox.github.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiFunction;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Repository;
import io.tgr.sandbox.github.catalogue.Snapshot;

/**
 * Finds the repository of a request, by name or by id; a former name is redirected to the
 * id.
 */
@Component
class RepositoryLookup {

	private static final String REDIRECTS = GithubError.DOCUMENTATION
			+ "/guides/best-practices-for-using-the-rest-api#follow-redirects";

	private final Catalogue catalogue;

	private final GithubAnswers answers;

	RepositoryLookup(Catalogue catalogue, GithubAnswers answers) {
		this.catalogue = catalogue;
		this.answers = answers;
	}

	HandlerFunction<ServerResponse> found(String documentation,
			BiFunction<ServerRequest, Repository, Mono<ServerResponse>> handler) {
		return (request) -> {
			ApiVersion.of(request.headers().asHttpHeaders());
			Snapshot snapshot = this.catalogue.snapshot();
			Repository repository = find(request, snapshot);
			if (repository != null) {
				return handler.apply(request, repository);
			}
			Repository moved = moved(request, snapshot);
			return (moved != null) ? redirect(request, moved)
					: Mono.error(GithubError.notFound(documentation).exception());
		};
	}

	private static @Nullable Repository find(ServerRequest request, Snapshot snapshot) {
		String id = request.pathVariables().get("id");
		if (id == null) {
			return snapshot.find(name(request));
		}
		return id.matches("\\d{1,18}") ? snapshot.find(Long.parseLong(id)) : null;
	}

	private static @Nullable Repository moved(ServerRequest request, Snapshot snapshot) {
		return request.pathVariables().containsKey("id") ? null : snapshot.moved(name(request));
	}

	private static String name(ServerRequest request) {
		return request.pathVariable("owner") + "/" + request.pathVariable("repo");
	}

	private Mono<ServerResponse> redirect(ServerRequest request, Repository repository) {
		String[] segments = request.uri().getRawPath().split("/", 5);
		String rest = (segments.length > 4) ? "/" + segments[4] : "";
		String query = (request.uri().getRawQuery() != null) ? "?" + request.uri().getRawQuery() : "";
		String location = new ApiUrls(request).repository(repository.id()) + rest + query;
		Map<String, Object> body = new LinkedHashMap<>();
		body.put("message", "Moved Permanently");
		body.put("url", location);
		body.put("documentation_url", REDIRECTS);
		return this.answers
			.answer(ServerResponse.status(HttpStatus.MOVED_PERMANENTLY).header(HttpHeaders.LOCATION, location), body);
	}

}
