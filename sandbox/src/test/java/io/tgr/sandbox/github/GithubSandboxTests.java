package io.tgr.sandbox.github;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;

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

}
