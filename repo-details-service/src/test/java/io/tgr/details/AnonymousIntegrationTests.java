package io.tgr.details;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Without credentials: REST only, and 60 calls an hour.
 */
@WithGithubSandbox
class AnonymousIntegrationTests {

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
		this.clock.advance(Duration.ofMinutes(61));
		this.github.forgetCalls();
	}

	@Test
	void tellsEverythingByRest() {
		JsonNode details = Body
			.json(this.client.get().uri("/repos/" + this.names.next()).exchange().expectStatus().isOk());
		assertThat(details.get("complete").booleanValue()).isTrue();
		assertThat(details.at("/facts/value/stars").longValue())
			.isEqualTo(details.at("/stars/value/total").longValue());
		assertThat(details.at("/languages/value").isArray()).isTrue();
		assertThat(this.github.calls().byPath().graphql()).isZero();
		assertThat(this.github.calls().byPath().core()).isEqualTo(6);
	}

	@Test
	void followsARenamedRepository() {
		JsonNode answer = ask(List.of("comfyanonymous/ComfyUI"), "release", "u=3");
		assertThat(answer.at("/items/0/fullName").stringValue()).isEqualTo("Comfy-Org/ComfyUI");
		assertThat(answer.at("/items/0/renamedFrom").stringValue()).isEqualTo("comfyanonymous/ComfyUI");
	}

	@Test
	void doesNotTakeAnUnknownRepositoryForOneWithoutReleases() {
		JsonNode answer = ask(List.of("nobody/none-such"), "release", "u=3");
		assertThat(answer.at("/items/0/problem/status").intValue()).isEqualTo(404);
	}

	@Test
	void measuresStarsByOneCallInTheBackgroundAndNeverOverdraws() {
		JsonNode answer = ask(this.names.next(100), "stars", "u=7");
		assertThat(answer.get("complete").booleanValue()).isFalse();
		long measured = answer.get("items").valueStream().filter((item) -> item.at("/stars/value").isObject()).count();
		assertThat(measured).isBetween(45L, 48L);
		assertThat(answer.get("items")).allSatisfy((item) -> {
			JsonNode problem = item.get("problem");
			assertThat(item.at("/stars/value/total").isNumber()).isFalse();
			if (!problem.isNull()) {
				assertThat(problem.get("type").stringValue()).isEqualTo("urn:tgr:problem:quota-exhausted");
				assertThat(problem.get("retryAfterSeconds").longValue()).isBetween(1L, 3601L);
			}
		});
		assertThat(this.github.calls().byPath().core()).isEqualTo(measured);
		assertThat(this.github.calls().overdrawn()).isZero();
	}

	@Test
	void usesTheRestOfTheBudgetForThoseWhoWait() {
		ask(this.names.next(100), "stars", "u=7");
		JsonNode answer = ask(this.names.next(20), "stars", "u=1");
		long measured = answer.get("items").valueStream().filter((item) -> item.at("/stars/value").isObject()).count();
		assertThat(measured).isBetween(1L, 12L);
		assertThat(this.github.calls().byPath().core()).isBetween(58L, 60L);
		assertThat(this.github.calls().overdrawn()).isZero();
		this.client.get()
			.uri("/repos/" + this.names.next())
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists("Retry-After");
	}

	private JsonNode ask(List<String> asked, String part, String priority) {
		return Body.json(this.client.post()
			.uri("/repos/batch")
			.header("Priority", priority)
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue(Map.of("names", asked, "parts", List.of(part)))
			.exchange()
			.expectStatus()
			.isOk());
	}

}
