package io.tgr.system;

import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * JSON answers.
 */
final class Json {

	private Json() {
	}

	static JsonNode get(WebTestClient tgr, String path, Object... variables) {
		return Objects.requireNonNull(tgr.get()
			.uri(path, variables)
			.accept(MediaType.APPLICATION_JSON)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody());
	}

	static List<JsonNode> items(JsonNode answer) {
		return StreamSupport.stream(answer.get("items").spliterator(), false).toList();
	}

}
