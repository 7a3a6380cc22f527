package io.tgr.sandbox.github.rest;

import java.time.Instant;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes answers as GitHub does: compact JSON, members in the order given. */
@Component
public class GithubAnswers {

	/** GitHub's content type, to the letter. */
	public static final String JSON = "application/json; charset=utf-8";

	private final JsonMapper json;

	GithubAnswers(JsonMapper json) {
		this.json = json;
	}

	/**
	 * An answer that was not asked for conditionally.
	 * @param body maps and lists
	 * @return the answer
	 */
	public Mono<ServerResponse> ok(Object body) {
		return answer(ServerResponse.ok(), body);
	}

	/**
	 * A single resource that knows when it last changed.
	 * @param body maps and lists
	 * @param lastModified when it last changed
	 * @return the answer
	 */
	public Mono<ServerResponse> ok(Object body, Instant lastModified) {
		return answer(ServerResponse.ok().lastModified(lastModified), body);
	}

	/**
	 * A page of a list.
	 * @param body maps and lists
	 * @param request what was asked
	 * @param page which page this is
	 * @param total how many items there are on all pages
	 * @return the answer, with links to the other pages
	 */
	public Mono<ServerResponse> page(Object body, ServerRequest request, Page page, int total) {
		return page(body, request.uri().getRawPath(), request, page, total);
	}

	Mono<ServerResponse> page(Object body, String path, ServerRequest request, Page page, int total) {
		String links = page.links(new ApiUrls(request).base() + path, request.uri().getRawQuery(), total);
		ServerResponse.BodyBuilder response = ServerResponse.ok();
		return answer(links.isEmpty() ? response : response.header(HttpHeaders.LINK, links), body);
	}

	Mono<ServerResponse> answer(ServerResponse.BodyBuilder response, Object body) {
		return response.header(HttpHeaders.CONTENT_TYPE, JSON).bodyValue(this.json.writeValueAsBytes(body));
	}

}
