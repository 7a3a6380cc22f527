package io.tgr.details;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Keeps the document that people read equal to what the service says of itself. After a
 * change of the API, {@code -Dtgr.update-docs=true} writes it anew.
 */
@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class OpenApiDocumentTests {

	private static final Path DOCUMENT = Path.of("../docs/api/repo-details-service.json");

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
		assertThat(document.get("paths").propertyNames()).containsExactlyInAnyOrder("/quota", "/repos/batch",
				"/repos/{owner}/{name}", "/repos/{owner}/{name}/stars", "/repos/{owner}/{name}/stars.svg");
		assertThat(document.at("/paths/~1repos~1{owner}~1{name}/get/responses/200/content").propertyNames())
			.containsExactlyInAnyOrder("application/json", "application/vnd.github+json");
		assertThat(document.at("/paths/~1repos~1batch/post/responses/200/content").propertyNames())
			.containsExactlyInAnyOrder("application/json", "application/x-ndjson");
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
		assertThat(document.at("/paths/~1repos~1{owner}~1{name}~1stars/get/responses/404/description").stringValue())
			.contains("part-not-found");
	}

	private static void assertDescribed(JsonNode described) {
		assertThat(described.path("description").asString("")).as(described.toString())
			.isNotEmpty()
			.doesNotContain("null<", "<code>", "\n")
			.isNotEqualToIgnoringCase("null");
	}

	@Test
	void saysWhatMayBeNull() {
		JsonNode schemas = document().at("/components/schemas");
		assertThat(schemas.at("/Facts/properties/description/type").toString()).isEqualTo("[\"string\",\"null\"]");
		assertThat(schemas.at("/Facts/properties/stars/type").stringValue()).isEqualTo("integer");
		assertThat(schemas.at("/RepositoryDetails/properties/facts/anyOf").size()).isEqualTo(2);
		assertThat(schemas.at("/PartAnswerStars/properties/value/anyOf").size()).isEqualTo(2);
		assertThat(schemas.at("/RepositoryDetails/required").size()).isEqualTo(12);
	}

	private JsonNode document() {
		return Body.json(this.client.get().uri("/v3/api-docs").exchange().expectStatus().isOk());
	}

}
