package io.tgr.trending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The description of the API, also kept under {@code docs/api}; run with
 * {@code -Dtgr.update-docs=true} to write it anew.
 */
@ApiTest
class OpenApiTests {

	private static final Path KEPT = Path.of("..", "docs", "api", "trending-service.json");

	private final JsonMapper json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

	@Test
	void isTheOneKeptInDocs(@LocalServerPort int port) throws IOException {
		JsonNode description = new ApiClient(port).get("/v3/api-docs");
		String text = this.json.writeValueAsString(description).replace("\r\n", "\n") + "\n";
		if (Boolean.getBoolean("tgr.update-docs")) {
			Files.createDirectories(KEPT.getParent());
			Files.writeString(KEPT, text);
		}
		assertThat(Files.readString(KEPT, StandardCharsets.UTF_8)).isEqualTo(text);
	}

	@Test
	void describesEveryOperation(@LocalServerPort int port) {
		JsonNode description = new ApiClient(port).get("/v3/api-docs");
		assertThat(description.get("openapi").asString()).startsWith("3.1");
		assertThat(description.get("paths").propertyNames()).containsExactlyInAnyOrder("/", "/languages", "/quota",
				"/trending", "/trending/{owner}/{name}", "/trending.atom", "/trending.rss", "/trending.csv",
				"/trending/stream", "/trending/{owner}/{name}/badge.svg", "/repositories", "/v1/trends/repos");
		assertThat(description.at("/paths/~1trending/get/parameters")).hasSize(13);
		assertThat(description.at("/components/schemas/TrendingRow/properties").propertyNames()).hasSize(19);
	}

}
