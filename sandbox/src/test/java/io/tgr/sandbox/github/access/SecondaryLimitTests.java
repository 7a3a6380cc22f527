package io.tgr.sandbox.github.access;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.MovableClock;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class SecondaryLimitTests {

	private static final String PATH = "/repos/spring-projects/spring-boot/stargazers/count";

	private static final MovableClock CLOCK = new MovableClock("2026-11-22T12:00:00Z");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().clock(CLOCK).start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@BeforeEach
	void refill() throws IOException {
		this.client.send("POST", "/_sandbox/limits/reset", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void slowsDownAfterNineHundredPointsAMinute() throws IOException {
		for (int call = 0; call < 900; call++) {
			assertThat(this.client.get(PATH).status()).isEqualTo(200);
		}
		CLOCK.pass(Duration.ofSeconds(20));
		Answer refused = this.client.get(PATH);
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.message()).startsWith("You have exceeded a secondary rate limit.");
		assertThat(refused.headers()).containsEntry("retry-after", "40").containsEntry("x-ratelimit-remaining", "4100");
		CLOCK.pass(Duration.ofSeconds(40));
		assertThat(this.client.get(PATH).status()).isEqualTo(200);
	}

	@Test
	void letsAHundredCallsInAtATime() throws IOException {
		this.client.send("PUT", "/_sandbox/latency", Map.of("path", "/**", "millis", 1500));
		List<CompletableFuture<Answer>> calls = IntStream.range(0, 103)
			.mapToObj((call) -> this.client.later(PATH))
			.toList();
		List<Integer> statuses = calls.stream().map(CompletableFuture::join).map(Answer::status).toList();
		this.client.send("DELETE", "/_sandbox/latency", null);
		assertThat(statuses).filteredOn((status) -> status == 429).hasSize(3);
		assertThat(statuses).filteredOn((status) -> status == 200).hasSize(100);
		assertThat(this.client.get(PATH).status()).isEqualTo(200);
		assertThat(this.client.get("/_sandbox/calls").json().get("slowedDown").asInt()).isPositive();
	}

}
