package io.tgr.details;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every way in which GitHub is known to fail: answers are right or say what is missing.
 */
@WithGithubSandbox
@TestPropertySource(properties = { "tgr.github.token=sandbox-token", "tgr.details.interactive-timeout=700ms" })
class GithubErrorsIntegrationTests {

	private static final List<String> PARTS = List.of("facts", "languages", "contributors", "release", "community",
			"stars");

	private static final Set<Integer> HONEST = Set.of(200, 404, 451, 502, 503);

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@Autowired
	private MovableClock clock;

	@BeforeEach
	void endAllTrouble() {
		this.github.faults();
		this.github.refill();
		this.clock.advance(Duration.ofMinutes(2));
	}

	static Stream<String> errors() throws IOException {
		try (InputStream recorded = GithubSandbox.class.getResourceAsStream("fault/errors.json")) {
			JsonNode errors = JsonMapper.builder().build().readTree(recorded).get("errors");
			List<String> ids = StreamSupport.stream(errors.spliterator(), false)
				.map((error) -> error.get("id").stringValue())
				.toList();
			return Stream.concat(ids.stream(), Stream.of("truncated", "timeout", "reset"));
		}
	}

	@ParameterizedTest
	@MethodSource("errors")
	void areToldWhenNothingWorks(String error) {
		String name = this.names.next();
		this.github.faults(FaultRule.of("/repos/**", error), FaultRule.of("/graphql", error));
		JsonNode details = ask(name);
		if (details.has("status")) {
			assertThat(details.get("type").stringValue()).startsWith("urn:tgr:problem:");
			assertThat(details.get("status").intValue()).isIn(HONEST).isNotEqualTo(200);
			return;
		}
		PARTS.forEach((part) -> assertHonest(name, part, details.get(part)));
		boolean complete = PARTS.stream().allMatch((part) -> details.get(part).get("problem").isNull());
		assertThat(details.get("complete").booleanValue()).isEqualTo(complete);
	}

	@ParameterizedTest
	@MethodSource("errors")
	void areToldWhenSomeCallsFail(String error) {
		List<String> asked = this.names.next(6);
		this.github.faults(FaultRule.of("/repos/**", error).withRate(0.3),
				FaultRule.of("/graphql", error).withRate(0.3));
		JsonNode answer = Body.json(this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", asked))
			.exchange()
			.expectStatus()
			.isOk());
		this.github.faults();
		assertThat(answer.get("items")).hasSize(6).allSatisfy((item) -> {
			String name = item.get("requestedName").stringValue();
			if (item.get("problem").isNull()) {
				PARTS.forEach((part) -> assertHonest(name, part, item.get(part)));
			}
			else {
				assertThat(item.at("/problem/status").intValue()).isIn(HONEST);
				PARTS.forEach((part) -> assertThat(item.get(part).isNull()).isTrue());
			}
		});
	}

	@Test
	void leaveTimeForTheRestOfABatch() {
		this.github.faults(FaultRule.of("/repos/**", "timeout").withRate(0.5));
		JsonNode answer = Body.json(this.client.post()
			.uri("/repos/batch")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", this.names.next(40), "parts", List.of("facts", "stars")))
			.exchange()
			.expectStatus()
			.isOk());
		assertThat(answer.get("complete").booleanValue()).isFalse();
		assertThat(answer.get("items")).hasSize(40).allSatisfy((item) -> {
			String problem = "urn:tgr:problem:timeout";
			boolean late = item.at("/problem/type").asString("").equals(problem)
					|| item.at("/stars/problem/type").asString("").equals(problem);
			assertThat(item.at("/stars/value").isObject()).isNotEqualTo(late);
		});
	}

	private JsonNode ask(String name) {
		return Body.json(this.client.get()
			.uri("/repos/" + name)
			.exchange()
			.expectStatus()
			.value((status) -> assertThat(status).isIn(HONEST)));
	}

	private void assertHonest(String name, String part, JsonNode answer) {
		JsonNode problem = answer.get("problem");
		if (!problem.isNull()) {
			assertThat(answer.get("value").isNull()).as(part).isTrue();
			assertThat(problem.get("type").stringValue()).startsWith("urn:tgr:problem:").doesNotContain("internal");
			assertThat(problem.get("status").intValue()).isIn(HONEST);
			return;
		}
		assertThat(answer.get("asOf").isNull()).as(part).isFalse();
		assertThat(answer.get("stale").booleanValue()).as(part).isFalse();
		if (part.equals("facts")) {
			assertThat(answer.at("/value/stars").longValue()).isEqualTo(stars(name));
		}
		if (part.equals("stars")) {
			assertThat(answer.at("/value/days").size()).isEqualTo(30);
			assertThat(sum(answer.at("/value/days"))).isEqualTo(gained(name));
		}
	}

	private long stars(String name) {
		return sandbox("/repos/" + name).get("stargazers_count").longValue();
	}

	private int gained(String name) {
		JsonNode weeks = sandbox("/repos/" + name + "/stargazers/history?per_page=30");
		long today = StarWindow.day(this.clock.instant()).toEpochDay();
		int gained = 0;
		for (JsonNode week : weeks) {
			for (int index = 0; index < 7; index++) {
				long day = week.get("week").longValue() / 86400 + index;
				gained += (day < today && day >= today - 30) ? week.get("days").get(index).intValue() : 0;
			}
		}
		return gained;
	}

	private static int sum(JsonNode days) {
		return StreamSupport.stream(days.spliterator(), false).mapToInt(JsonNode::intValue).sum();
	}

	private JsonNode sandbox(String path) {
		this.github.faults();
		return Objects.requireNonNull(WebClient.create(this.github.url().toString())
			.get()
			.uri(path)
			.header("Authorization", "Bearer sandbox-token")
			.retrieve()
			.bodyToMono(JsonNode.class)
			.block());
	}

}
