package io.tgr.details;

import java.util.Objects;

import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

/**
 * The body of an answer.
 */
final class Body {

	private Body() {
	}

	static JsonNode json(WebTestClient.ResponseSpec answer) {
		return Objects.requireNonNull(answer.expectBody(JsonNode.class).returnResult().getResponseBody());
	}

}
