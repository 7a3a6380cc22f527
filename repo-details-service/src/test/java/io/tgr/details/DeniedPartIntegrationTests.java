package io.tgr.details;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * GitHub answers 404 for one part of a repository that it knows.
 */
@WithGithubSandbox
class DeniedPartIntegrationTests {

	private static final String DENIED = "urn:tgr:problem:part-not-found";

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@Autowired
	private MovableClock clock;

	@BeforeEach
	void startANewHour() {
		this.github.faults();
		this.clock.advance(Duration.ofMinutes(61));
		this.github.forgetCalls();
	}

	@ParameterizedTest
	@CsvSource({ "stars, /stargazers/history, stars", "community, /community/profile, community",
			"stars, /stargazers/history, 'facts,stars'" })
	void isMissingByItself(String part, String path, String parts) {
		String name = this.names.next();
		this.github.faults(FaultRule.of("/repos/" + name + path, "not-found"));
		JsonNode details = Body
			.json(this.client.get().uri("/repos/" + name + "?parts=" + parts).exchange().expectStatus().isOk());
		assertThat(details.get("problem").isNull()).isTrue();
		assertThat(details.get("complete").booleanValue()).isFalse();
		assertThat(details.at("/" + part + "/problem/type").stringValue()).isEqualTo(DENIED);
		this.github.faults();
		assertThat(Body.json(this.client.get().uri("/repos/" + name).exchange().expectStatus().isOk())
			.get("complete")
			.booleanValue()).isTrue();
	}

	@Test
	void isNotForgottenAsARepository() {
		String name = this.names.next();
		this.github.faults(FaultRule.of("/repos/" + name + "/stargazers/history", "not-found"));
		this.client.get()
			.uri("/repos/" + name + "/stars")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo(DENIED);
		this.github.faults();
		this.client.get().uri("/repos/" + name + "/stars").exchange().expectStatus().isOk();
	}

	@Test
	void costsOneMoreCallInTheBackgroundToKnowWhetherTheRepositoryIsThere() {
		String name = this.names.next();
		this.github.faults(FaultRule.of("/repos/" + name + "/stargazers/history", "not-found"));
		JsonNode answer = Body.json(this.client.post()
			.uri("/repos/batch")
			.header("Priority", "u=7")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", List.of(name, "nobody/none-such"), "parts", List.of("stars")))
			.exchange()
			.expectStatus()
			.isOk());
		assertThat(answer.at("/items/0/problem").isNull()).isTrue();
		assertThat(answer.at("/items/0/stars/problem/type").stringValue()).isEqualTo(DENIED);
		assertThat(answer.at("/items/1/problem/type").stringValue()).isEqualTo("urn:tgr:problem:not-found");
		assertThat(this.github.calls().byPath().core()).isEqualTo(4);
	}

}
