package io.tgr.sandbox.github;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.test.json.JsonCompareMode;
import org.springframework.test.web.reactive.server.WebTestClient;

import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

class GithubSandboxTests {

	@Test
	void startsOnARandomPortOfTheLoopbackAddress() {
		try (GithubSandbox sandbox = GithubSandbox.start()) {
			assertThat(sandbox.url().getHost()).isEqualTo("127.0.0.1");
			assertThat(sandbox.url().getPort()).isPositive();
		}
	}

	@Test
	void pinsAndMovesTheDay() {
		try (GithubSandbox sandbox = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).start()) {
			assertThat(sandbox.today()).isEqualTo("2026-11-22");
			sandbox.today(LocalDate.of(2026, 11, 1));
			assertThat(sandbox.today()).isEqualTo("2026-11-01");
		}
	}

	@Test
	void followsTheClockItIsGiven() {
		Clock clock = Clock.fixed(Instant.parse("2027-02-03T04:05:06Z"), ZoneOffset.UTC);
		try (GithubSandbox sandbox = GithubSandbox.builder().clock(clock).start()) {
			assertThat(sandbox.today()).isEqualTo("2027-02-03");
		}
	}

	@Test
	void closingOneLeavesTheOthersRunning() {
		try (GithubSandbox other = GithubSandbox.start()) {
			GithubSandbox.start().close();
			WebTestClient.bindToServer()
				.baseUrl(other.url().toString())
				.build()
				.get()
				.uri("/versions")
				.exchange()
				.expectStatus()
				.isOk();
		}
	}

	@Test
	void theDayMovesOverHttpToo() {
		try (GithubSandbox sandbox = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).start()) {
			WebTestClient client = WebTestClient.bindToServer().baseUrl(sandbox.url().toString()).build();
			client.put()
				.uri("/_sandbox/day")
				.bodyValue(Map.of("today", "2026-10-01"))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody()
				.json("{\"today\":\"2026-10-01\"}", JsonCompareMode.STRICT);
			assertThat(sandbox.today()).isEqualTo("2026-10-01");
			client.get().uri("/_sandbox/day").exchange().expectBody().jsonPath("$.today").isEqualTo("2026-10-01");
			client.put()
				.uri("/_sandbox/day")
				.header("Content-Type", "application/json")
				.bodyValue("{\"today\":\"soon\"}")
				.exchange()
				.expectStatus()
				.isBadRequest();
		}
	}

	@Test
	void ordersFaultsAndCountsCalls() {
		try (GithubSandbox sandbox = GithubSandbox.start()) {
			WebTestClient client = WebTestClient.bindToServer().baseUrl(sandbox.url().toString()).build();
			sandbox.faults(FaultRule.of("/versions", "unicorn-503"));
			client.get().uri("/versions").exchange().expectStatus().isEqualTo(503);
			sandbox.faults();
			client.get().uri("/versions").exchange().expectStatus().isOk();
			assertThat(sandbox.calls().total()).isEqualTo(2);
			sandbox.forgetCalls();
			assertThat(sandbox.calls().total()).isZero();
		}
	}

}
