package io.tgr.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the document that people read equal to what the service says of itself. After a
 * change of the API, {@code -Dtgr.update-docs=true} writes it anew.
 */
@ApiTest
class OpenApiDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/api/cluster-inspector-service.json");

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Autowired
	private WebTestClient client;

	@Test
	void isWhatTheServiceSays() throws IOException {
		String said = this.json.writeValueAsString(document()) + "\n";
		if (Boolean.getBoolean("tgr.update-docs")) {
			Files.createDirectories(DOCUMENT.getParent());
			Files.writeString(DOCUMENT, said);
		}
		assertThat(DOCUMENT).as("after a change of the API, run the tests with -Dtgr.update-docs=true")
			.content()
			.isEqualTo(said);
	}

	@Test
	void describesEveryRoute() {
		JsonNode document = document();
		assertThat(document.get("openapi").stringValue()).startsWith("3.1");
		assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrder("/pods", "/pods/stream",
				"/pods/summary", "/pods/{namespace}/{name}");
		assertThat(document.at("/paths/~1pods/get/responses/200/content").propertyNames()).containsExactlyInAnyOrder(
				"application/json", "text/plain", "text/event-stream", "application/json;as=PodList");
		assertThat(document.at("/paths/~1pods/get/responses").propertyNames()).containsExactlyInAnyOrder("200", "400",
				"401", "403", "406", "410", "429", "503");
		assertThat(document.at("/paths/~1pods/get/parameters")).hasSize(10);
		assertThat(document.at("/paths/~1pods~1summary/get/parameters")).hasSize(8);
		assertThat(document.at("/components/schemas").propertyNames())
			.contains("PodSummary", "PodAnswer", "ProblemAnswer")
			.doesNotContain("PodFilter", "View", "LabelSelector", "ServerResponse");
	}

	@Test
	void describesEachMemberAndEachParameter() {
		JsonNode document = document();
		assertThat(document.at("/components/schemas")).isNotEmpty().allSatisfy((schema) -> {
			assertDescribed(schema);
			assertThat(schema.get("properties")).allSatisfy(OpenApiDocumentTests::assertDescribed);
		});
		assertThat(document.findValues("parameters")).isNotEmpty()
			.allSatisfy((parameters) -> assertThat(parameters).allSatisfy(OpenApiDocumentTests::assertDescribed));
	}

	@Test
	void saysWhatMayBeNull() {
		JsonNode schemas = document().at("/components/schemas");
		assertThat(schemas.at("/PodItem/properties/node/type").toString()).isEqualTo("[\"string\",\"null\"]");
		assertThat(schemas.at("/PodItem/properties/restarts/type").stringValue()).isEqualTo("integer");
		assertThat(schemas.at("/PodItem/properties/usage/anyOf").size()).isEqualTo(2);
		assertThat(schemas.at("/PodItem/required").size()).isEqualTo(30);
		assertThat(schemas.at("/PodsAnswer/properties/continue/type").toString()).isEqualTo("[\"string\",\"null\"]");
	}

	private static void assertDescribed(JsonNode described) {
		assertThat(described.path("description").asString("")).as(described.toString())
			.isNotEmpty()
			.doesNotContain("null<", "<code>", "\n")
			.isNotEqualToIgnoringCase("null");
	}

	private JsonNode document() {
		return JsonMapper.shared()
			.readTree(this.client.get()
				.uri("/v3/api-docs")
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.returnResult()
				.getResponseBody());
	}

}
