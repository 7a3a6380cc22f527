package io.tgr.sandbox.github;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;

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

}
