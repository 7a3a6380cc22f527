package io.tgr.system;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class MostStarredSystemTests {

	@ParameterizedTest
	@CsvSource({ "3, Java", "1, C++", "2, C#", "2, Jupyter Notebook", "100, Python" })
	void theWorkshopsEndpointGivesGithubsOwnJson(int count, String language, WebTestClient tgr) {
		JsonNode answer = Json.get(tgr, "/?n={count}&l={language}", count, language);
		assertThat(answer.get("status").asString()).isEqualTo("ok");
		assertThat(answer.get("repos")).hasSize(count).allSatisfy((repository) -> {
			assertThat(repository.get("language").asString()).isEqualTo(language);
			assertThat(repository.propertyNames()).contains("full_name", "stargazers_count", "node_id", "owner");
		});
	}

}
