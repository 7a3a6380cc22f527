package io.tgr.sandbox.github.rest;

import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers errors with GitHub's bodies; a path or method that GitHub does not have is 404.
 */
@Component
@Order(-2)
class GithubErrorHandler implements WebExceptionHandler {

	private final JsonMapper json;

	GithubErrorHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
		ServerHttpResponse response = exchange.getResponse();
		if (response.isCommitted()) {
			return Mono.error(ex);
		}
		GithubError error = error(ex);
		if (error == null) {
			return Mono.error(ex);
		}
		response.setStatusCode(error.status());
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, GithubAnswers.JSON);
		response.getHeaders().remove(HttpHeaders.CACHE_CONTROL);
		byte[] body = this.json.writeValueAsBytes(error.body());
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

	private static @Nullable GithubError error(Throwable ex) {
		if (ex instanceof GithubErrorException known) {
			return known.error();
		}
		if (ex instanceof ResponseStatusException refused && refused.getStatusCode().is4xxClientError()) {
			HttpStatus status = HttpStatus.resolve(refused.getStatusCode().value());
			return (status == null || status == HttpStatus.NOT_FOUND || status == HttpStatus.METHOD_NOT_ALLOWED)
					? GithubError.notFound("")
					: GithubError.of(status, status.getReasonPhrase(), GithubError.DOCUMENTATION);
		}
		return null;
	}

}
