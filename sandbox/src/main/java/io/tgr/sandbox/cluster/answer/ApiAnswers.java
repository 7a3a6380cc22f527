package io.tgr.sandbox.cluster.answer;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Writes objects as the API server does. */
@Component
public class ApiAnswers {

	private final JsonMapper json;

	ApiAnswers(JsonMapper json) {
		this.json = json;
	}

	/**
	 * Answer with an object.
	 * @param body the object
	 * @return 200
	 */
	public Mono<ServerResponse> ok(JsonNode body) {
		return with(HttpStatus.OK, body);
	}

	/**
	 * Answer with an object just created.
	 * @param body the object
	 * @return 201
	 */
	public Mono<ServerResponse> created(JsonNode body) {
		return with(HttpStatus.CREATED, body);
	}

	/**
	 * Write an object.
	 * @param body the object
	 * @return its JSON
	 */
	public byte[] bytes(JsonNode body) {
		return this.json.writeValueAsBytes(body);
	}

	private Mono<ServerResponse> with(HttpStatus status, JsonNode body) {
		return ServerResponse.status(status)
			.header("Cache-Control", "no-cache, private")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(bytes(body));
	}

}
