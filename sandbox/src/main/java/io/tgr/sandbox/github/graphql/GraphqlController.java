package io.tgr.sandbox.github.graphql;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.access.Meter;
import io.tgr.sandbox.github.fault.ErrorAnswers;
import io.tgr.sandbox.github.fault.PartialFailure;

/**
 * Answers GraphQL as GitHub does: with 200 even when it goes wrong.
 */
@RestController
class GraphqlController {

	private static final String JSON = "application/json; charset=utf-8";

	private final GraphqlEngine engine;

	private final ErrorAnswers answers;

	private final JsonMapper json;

	GraphqlController(GraphqlEngine engine, ErrorAnswers answers, JsonMapper json) {
		this.engine = engine;
		this.answers = answers;
		this.json = json;
	}

	@PostMapping("/graphql")
	Mono<Void> answer(@RequestBody(required = false) byte @Nullable [] body, ServerWebExchange exchange) {
		GraphqlRequest request = read(body);
		if (request == null) {
			return send(exchange, HttpStatus.BAD_REQUEST, Map.of("message", "Problems parsing JSON",
					"documentation_url", "https://docs.github.com/graphql", "status", "400"));
		}
		if (request.query() == null) {
			return send(exchange, HttpStatus.OK, Map.of("errors",
					List.of(Map.of("message", "A query attribute must be specified and must be a string."))));
		}
		Account account = new Account(Meter.of(exchange), PartialFailure.of(exchange));
		Map<String, Object> answer = this.engine.execute(request, account);
		if (!account.settle()) {
			return this.answers.answer(exchange, "graphql-rate-limit-2026",
					Map.of("user ID 1002253", Meter.of(exchange).caller().described()));
		}
		return send(exchange, HttpStatus.OK, answer);
	}

	private @Nullable GraphqlRequest read(byte @Nullable [] body) {
		try {
			return (body != null) ? this.json.readValue(body, GraphqlRequest.class) : null;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	private Mono<Void> send(ServerWebExchange exchange, HttpStatus status, Map<String, Object> body) {
		ServerHttpResponse response = exchange.getResponse();
		byte[] bytes = this.json.writeValueAsBytes(body);
		response.setStatusCode(status);
		response.getHeaders().set(HttpHeaders.CONTENT_TYPE, JSON);
		response.getHeaders().setContentLength(bytes.length);
		response.getHeaders().set("x-github-media-type", "github.v4; format=json");
		return response.writeWith(Mono.just(response.bufferFactory().wrap(bytes)));
	}

}
