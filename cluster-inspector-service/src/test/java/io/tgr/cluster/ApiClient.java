package io.tgr.cluster;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Asks as somebody.
 */
record ApiClient(WebTestClient client, @Nullable String user) {

	ApiClient as(@Nullable String other) {
		return new ApiClient(this.client, other);
	}

	WebTestClient.ResponseSpec ask(String uri, String accept) {
		return this.client.get().uri(uri).headers((headers) -> {
			headers.set("Accept", accept);
			if (this.user != null) {
				headers.setBearerAuth(this.user);
			}
		}).exchange();
	}

	JsonNode get(String uri) {
		EntityExchangeResult<byte[]> answer = ask(uri, "application/json").expectStatus()
			.isOk()
			.expectHeader()
			.contentType("application/json")
			.expectHeader()
			.valueEquals("Cache-Control", "no-store")
			.expectBody()
			.returnResult();
		return JsonMapper.shared().readTree(answer.getResponseBody());
	}

	EntityExchangeResult<String> text(String uri) {
		return ask(uri, "text/plain").expectStatus()
			.isOk()
			.expectHeader()
			.contentType("text/plain;charset=UTF-8")
			.expectBody(String.class)
			.returnResult();
	}

	JsonNode problem(String uri, int status) {
		return problem(uri, "*/*", status);
	}

	JsonNode problem(String uri, String accept, int status) {
		EntityExchangeResult<byte[]> answer = ask(uri, accept).expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType("application/problem+json")
			.expectBody()
			.returnResult();
		JsonNode problem = JsonMapper.shared().readTree(answer.getResponseBody());
		assertThat(problem.get("status").asInt()).isEqualTo(status);
		return problem;
	}

	List<String> names(String uri) {
		return names(get(uri));
	}

	static List<String> names(JsonNode answer) {
		List<String> names = new ArrayList<>();
		answer.get("items")
			.forEach((row) -> names.add(row.get("namespace").asString() + "/" + row.get("name").asString()));
		return names;
	}

}
