package io.tgr.sandbox.cluster.answer;

import java.nio.charset.StandardCharsets;

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
 * Answers errors with Status objects; a path outside the API is plain text, as on a real
 * server.
 */
@Component
@Order(-2)
class StatusErrorHandler implements WebExceptionHandler {

	private final JsonMapper json;

	StatusErrorHandler(JsonMapper json) {
		this.json = json;
	}

	@Override
	public Mono<Void> handle(ServerWebExchange exchange, Throwable ex) {
		if (exchange.getResponse().isCommitted()) {
			return Mono.error(ex);
		}
		if (ex instanceof StatusException error) {
			return write(exchange, error.code(), "application/json", this.json.writeValueAsBytes(error.status()));
		}
		if (ex instanceof ResponseStatusException refused
				&& refused.getStatusCode().isSameCodeAs(HttpStatus.NOT_FOUND)) {
			byte[] text = "404 page not found\n".getBytes(StandardCharsets.UTF_8);
			return write(exchange, HttpStatus.NOT_FOUND, "text/plain; charset=utf-8", text);
		}
		return Mono.error(ex);
	}

	private static Mono<Void> write(ServerWebExchange exchange, HttpStatus status, String type, byte[] body) {
		ServerHttpResponse response = exchange.getResponse();
		response.setStatusCode(status);
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, type);
		response.getHeaders().setContentLength(body.length);
		return response.writeWith(Mono.fromSupplier(() -> response.bufferFactory().wrap(body)));
	}

}
