package io.tgr.sandbox.github.access;

import java.io.IOException;
import java.time.Duration;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.MovableClock;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class RateLimitTests {

	private static final String REPOSITORY = "/repos/spring-projects/spring-boot";

	private static final MovableClock CLOCK = new MovableClock("2026-11-22T12:00:30Z");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().clock(CLOCK).start();

	private final SandboxClient anonymous = SandboxClient.anonymous(SANDBOX);

	private final SandboxClient token = SandboxClient.withToken(SANDBOX);

	@BeforeEach
	void refill() throws IOException {
		this.anonymous.send("POST", "/_sandbox/limits/reset", null);
		this.anonymous.send("DELETE", "/_sandbox/calls", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void saysWhatIsLeftInEveryAnswer() throws IOException {
		this.token.get(REPOSITORY);
		Answer second = this.token.get(REPOSITORY + "/languages");
		assertThat(second.headers()).containsEntry("x-ratelimit-limit", "5000")
			.containsEntry("x-ratelimit-remaining", "4998")
			.containsEntry("x-ratelimit-used", "2")
			.containsEntry("x-ratelimit-resource", "core")
			.containsEntry("x-ratelimit-reset", Long.toString(CLOCK.instant().getEpochSecond() + 3600));
	}

	@Test
	void countsSearchesApart() throws IOException {
		Answer search = SandboxClient.withClient(SANDBOX).get("/search/repositories?q=stars:%3E100&per_page=1");
		assertThat(search.headers()).containsEntry("x-ratelimit-limit", "30")
			.containsEntry("x-ratelimit-remaining", "29")
			.containsEntry("x-ratelimit-resource", "search");
		assertThat(SandboxClient.withClient(SANDBOX).get(REPOSITORY).headers()).containsEntry("x-ratelimit-remaining",
				"4999");
	}

	@Test
	void refusesTheSixtyFirstAnonymousCallOfAnHourInGithubsWords() throws IOException {
		for (int call = 0; call < 60; call++) {
			assertThat(this.anonymous.get(REPOSITORY + "/topics").status()).isEqualTo(200);
		}
		Answer refused = this.anonymous.get(REPOSITORY);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.headers()).containsEntry("x-ratelimit-remaining", "0")
			.containsEntry("x-ratelimit-used", "60");
		assertThat(refused.message()).startsWith("API rate limit exceeded for 127.0.0.1. (But here's the good news")
			.endsWith(
					"request ID " + refused.header("x-github-request-id") + " and timestamp 2026-11-22 12:00:30 UTC.");
		CLOCK.pass(Duration.ofMinutes(59));
		assertThat(this.anonymous.get(REPOSITORY).status()).isEqualTo(403);
		CLOCK.pass(Duration.ofMinutes(1));
		assertThat(this.anonymous.get(REPOSITORY).header("x-ratelimit-remaining")).isEqualTo("59");
	}

	@Test
	void refillsTheSearchBucketAfterAMinute() throws IOException {
		for (int call = 0; call < 10; call++) {
			this.anonymous.get("/search/repositories?q=spring&per_page=1");
		}
		assertThat(this.anonymous.get("/search/repositories?q=spring").status()).isEqualTo(403);
		CLOCK.pass(Duration.ofSeconds(60));
		assertThat(this.anonymous.get("/search/repositories?q=spring&per_page=1").status()).isEqualTo(200);
	}

	@Test
	void namesTheUserWhoseBucketIsEmpty() throws IOException {
		for (int call = 0; call < 30; call++) {
			this.token.get("/search/repositories?q=spring&per_page=1");
		}
		Answer refused = this.token.get("/search/repositories?q=spring");
		assertThat(refused.message()).startsWith("API rate limit exceeded for user ID 1002253. If you reach out");
		assertThat(refused.header("x-ratelimit-resource")).isEqualTo("search");
	}

	@Test
	void showsAllBucketsForNothing() throws IOException {
		this.token.get(REPOSITORY);
		this.token.get("/rate_limit");
		JsonNode shown = this.token.get("/rate_limit").json();
		assertThat(shown.at("/resources/core/remaining").asInt()).isEqualTo(4999);
		assertThat(shown.at("/resources/core/used").asInt()).isEqualTo(1);
		assertThat(shown.at("/resources/search/limit").asInt()).isEqualTo(30);
		assertThat(shown.at("/resources/graphql/limit").asInt()).isEqualTo(5000);
		assertThat(shown.get("rate")).isEqualTo(shown.at("/resources/core"));
	}

	@Test
	void leavesTheOldMemberOutOfTheNewVersion() throws IOException {
		JsonNode shown = this.anonymous.with("X-GitHub-Api-Version", "2026-03-10").get("/rate_limit").json();
		assertThat(shown.propertyNames()).containsExactly("resources");
		assertThat(shown.at("/resources/core/limit").asInt()).isEqualTo(60);
		assertThat(shown.at("/resources/search/limit").asInt()).isEqualTo(10);
		assertThat(shown.at("/resources/graphql/limit").asInt()).isZero();
	}

	@Test
	void refusesUnknownCredentials() throws IOException {
		Answer refused = this.anonymous.with("Authorization", "Bearer ghp_nobody").get(REPOSITORY);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.message()).isEqualTo("Bad credentials");
		assertThat(refused.header("x-ratelimit-limit")).isEqualTo("60");
		assertThat(this.anonymous.with("Authorization", "Basic eDp5").get("/rate_limit").status()).isEqualTo(401);
	}

	@Test
	void acceptsBothWordsForAToken() throws IOException {
		Answer answer = this.anonymous.with("Authorization", "token sandbox-token").get(REPOSITORY);
		assertThat(answer.header("x-ratelimit-limit")).isEqualTo("5000");
	}

	@Test
	void keepsGraphqlToThoseWithAToken() throws IOException {
		assertThat(this.anonymous.query("{ viewer { login } }").status()).isEqualTo(401);
		Answer refused = SandboxClient.withClient(SANDBOX).query("{ viewer { login } }");
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.json().get("documentation_url").asString()).isEqualTo("https://docs.github.com/graphql");
	}

	@Test
	void countsWhatArrives() throws IOException {
		for (int call = 0; call < 11; call++) {
			this.anonymous.get("/search/repositories?q=spring&per_page=1");
		}
		this.token.get(REPOSITORY);
		this.token.get("/rate_limit");
		this.token.query("{ viewer { login } }");
		JsonNode calls = this.anonymous.get("/_sandbox/calls").json();
		assertThat(calls.get("total").asInt()).isEqualTo(14);
		assertThat(calls.at("/byPath/search").asInt()).isEqualTo(11);
		assertThat(calls.at("/byPath/core").asInt()).isOne();
		assertThat(calls.at("/byPath/graphql").asInt()).isOne();
		assertThat(calls.get("overdrawn").asInt()).isOne();
		this.anonymous.send("DELETE", "/_sandbox/calls", null);
		assertThat(this.anonymous.get("/_sandbox/calls").json().get("total").asInt()).isZero();
	}

	@Test
	void chargesANotFoundToo() throws IOException {
		assertThat(this.token.get("/repos/nobody/nothing").header("x-ratelimit-used")).isEqualTo("1");
	}

}
