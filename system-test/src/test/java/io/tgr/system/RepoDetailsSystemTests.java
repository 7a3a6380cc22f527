package io.tgr.system;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class RepoDetailsSystemTests {

	private static final String REPOSITORY = "/repos/spring-projects/spring-boot";

	@Test
	void aRepositoryIsToldInParts(WebTestClient tgr) {
		JsonNode answer = Json.get(tgr, REPOSITORY);
		assertThat(answer.get("complete").asBoolean()).isTrue();
		assertThat(List.of("facts", "languages", "contributors", "release", "community", "stars"))
			.allSatisfy((part) -> assertThat(answer.get(part).get("asOf").asString()).isNotBlank());
	}

	@Test
	void onlyThePartsAskedForAreThere(WebTestClient tgr) {
		JsonNode answer = Json.get(tgr, REPOSITORY + "?parts=facts");
		assertThat(answer.at("/facts/value/language").asString()).isEqualTo("Java");
		assertThat(answer.get("contributors").isNull()).isTrue();
	}

	@Test
	void githubsOwnJsonIsThereUnchanged(WebTestClient tgr) {
		tgr.get()
			.uri(REPOSITORY)
			.accept(MediaType.parseMediaType("application/vnd.github+json"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.full_name")
			.isEqualTo("spring-projects/spring-boot")
			.jsonPath("$.stargazers_count")
			.isNumber();
	}

	@Test
	void starsAreAFigureADayOrAChart(WebTestClient tgr) {
		assertThat(Json.get(tgr, REPOSITORY + "/stars?days=90").get("items")).hasSize(90);
		tgr.get()
			.uri(REPOSITORY + "/stars.svg")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith("image/svg+xml")
			.expectBody(String.class)
			.value((svg) -> assertThat(svg).startsWith("<svg"));
	}

	@Test
	void manyAreAskedAtOnce(WebTestClient tgr) {
		tgr.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", List.of("spring-projects/spring-boot", "nobody/nothing"), "parts",
					List.of("facts")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(2)
			.jsonPath("$.items[0].facts.value.stars")
			.isNumber()
			.jsonPath("$.items[1].problem.status")
			.isEqualTo(404);
	}

	@Test
	void manyAreStreamedLineByLine(WebTestClient tgr) {
		tgr.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.accept(MediaType.APPLICATION_NDJSON)
			.bodyValue(Map.of("names", List.of("spring-projects/spring-boot", "nobody/nothing")))
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.APPLICATION_NDJSON)
			.expectBody(String.class)
			.value((lines) -> assertThat(lines.lines()).hasSize(2));
	}

}
