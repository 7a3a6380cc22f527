package io.tgr.details;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class StaleIntegrationTests {

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
		this.clock.advance(Duration.ofMinutes(10));
		this.github.forgetCalls();
	}

	@Test
	void givesTheLastGoodAnswerWhileGithubIsDown() {
		String path = "/repos/" + this.names.next() + "?parts=facts,stars,community";
		JsonNode before = get(path, "max-age=60, public");
		breakDown();
		this.clock.advance(Duration.ofMinutes(11));
		JsonNode after = get(path, "no-cache");
		assertThat(after.at("/facts/stale").booleanValue()).isTrue();
		assertThat(after.at("/stars/stale").booleanValue()).isTrue();
		assertThat(after.at("/community/stale").booleanValue()).isFalse();
		assertThat(after.at("/facts/value")).isEqualTo(before.at("/facts/value"));
		assertThat(after.at("/stars/asOf")).isEqualTo(before.at("/stars/asOf"));
		assertThat(after.at("/stars/value")).isEqualTo(before.at("/stars/value"));
		assertThat(after.get("complete").booleanValue()).isTrue();
	}

	@Test
	void handsOnOldJsonMarkedAsStale() {
		String path = "/repos/" + this.names.next();
		raw(path).expectHeader().doesNotExist(RepositoryController.STALE);
		breakDown();
		this.clock.advance(Duration.ofMinutes(11));
		raw(path).expectHeader()
			.valueEquals(RepositoryController.STALE, "true")
			.expectHeader()
			.valueEquals(HttpHeaders.AGE, "660");
	}

	@Test
	void neverTakesAnUnfinishedDayForACompleteOne() {
		String name = this.names.next();
		LocalDate yesterday = StarWindow.day(this.clock.instant()).minusDays(1);
		get("/repos/" + name + "?parts=stars,community", "max-age=60, public");
		breakDown();
		this.clock.advance(Duration.ofHours(13));
		JsonNode details = get("/repos/" + name + "?parts=stars,community", "no-cache");
		assertThat(details.at("/stars/value").isNull()).isTrue();
		assertThat(details.at("/stars/problem/type").stringValue()).isEqualTo("urn:tgr:problem:unavailable");
		JsonNode stars = get("/repos/" + name + "/stars", "no-cache");
		assertThat(stars.get("stale").booleanValue()).isTrue();
		assertThat(stars.get("to").stringValue()).isEqualTo(yesterday.toString());
		assertThat(stars.get("today").isNull()).isTrue();
		assertThat(stars.at("/items/0/cumulative").isNull()).isTrue();
	}

	@Test
	void neverTakesAnOldTotalForThatOfFreshDays() {
		String name = this.names.next();
		assertThat(measure(name).at("/stars/value/total").isNumber()).isTrue();
		this.github.faults(FaultRule.of("/graphql", "graphql-timeout-502-html"));
		this.clock.advance(Duration.ofMinutes(11));
		JsonNode stars = measure(name).get("stars");
		assertThat(stars.get("stale").booleanValue()).isFalse();
		assertThat(stars.at("/value/days").size()).isEqualTo(30);
		assertThat(stars.at("/value/total").isNull()).isTrue();
	}

	@Test
	void neverAddsUpFreshDaysFromAnOldTotal() {
		String path = "/repos/" + this.names.next();
		get(path + "/stars", "max-age=60, public");
		this.github.faults(FaultRule.of("/graphql", "graphql-timeout-502-html"), FaultRule.of(path, "unicorn-503"));
		this.clock.advance(Duration.ofMinutes(11));
		JsonNode stars = get(path + "/stars", "no-cache");
		assertThat(stars.get("stale").booleanValue()).isFalse();
		assertThat(stars.get("total").isNull()).isTrue();
		assertThat(stars.at("/items/29/cumulative").isNull()).isTrue();
		assertThat(get(path + "?parts=stars", "no-cache").at("/stars/value/total").isNull()).isTrue();
	}

	@Test
	void neverAddsUpOldDaysFromAFreshTotal() {
		String path = "/repos/" + this.names.next();
		get(path + "/stars", "max-age=60, public");
		this.github.faults(FaultRule.of(path + "/**", "unicorn-503"));
		this.clock.advance(Duration.ofHours(2));
		JsonNode stars = get(path + "/stars", "no-cache");
		assertThat(stars.get("stale").booleanValue()).isTrue();
		assertThat(stars.get("total").isNull()).isTrue();
		assertThat(stars.at("/items/29/cumulative").isNull()).isTrue();
	}

	@Test
	void knowsTheTotalWithoutAskingAgainWhileItIsFresh() {
		String path = "/repos/" + this.names.next();
		get(path + "?parts=facts", "max-age=60, public");
		this.clock.advance(Duration.ofMinutes(9));
		this.github.forgetCalls();
		assertThat(get(path + "/stars", "max-age=60, public").get("total").isNumber()).isTrue();
		assertThat(this.github.calls().total()).isEqualTo(1);
	}

	@Test
	void costsNothingToConfirmWhatHasNotChanged() {
		String path = "/repos/" + this.names.next() + "/stars";
		get(path, "max-age=60, public");
		this.clock.advance(Duration.ofMinutes(11));
		this.github.forgetCalls();
		get(path, "max-age=60, public");
		assertThat(this.github.calls().byPath().notModified()).isEqualTo(1);
	}

	@Test
	void saysWhenToComeBackIfNothingIsKnown() {
		breakDown();
		this.client.get()
			.uri("/repos/" + this.names.next())
			.exchange()
			.expectStatus()
			.isEqualTo(503)
			.expectHeader()
			.exists(HttpHeaders.RETRY_AFTER);
		this.client.get().uri("/actuator/health/readiness").exchange().expectStatus().isOk();
	}

	private JsonNode measure(String name) {
		return Body
			.json(this.client.post()
				.uri("/repos/batch")
				.header("Priority", "u=7")
				.contentType(MediaType.APPLICATION_JSON)
				.bodyValue(Map.of("names", List.of(name), "parts", List.of("stars")))
				.exchange()
				.expectStatus()
				.isOk())
			.at("/items/0");
	}

	private void breakDown() {
		this.github.faults(FaultRule.of("/repos/**", "unicorn-503"),
				FaultRule.of("/graphql", "graphql-timeout-502-html"));
	}

	private WebTestClient.ResponseSpec raw(String path) {
		return this.client.get()
			.uri(path)
			.header(HttpHeaders.ACCEPT, "application/vnd.github+json")
			.exchange()
			.expectStatus()
			.isOk();
	}

	private JsonNode get(String path, String cacheControl) {
		return Body.json(this.client.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, cacheControl));
	}

}
