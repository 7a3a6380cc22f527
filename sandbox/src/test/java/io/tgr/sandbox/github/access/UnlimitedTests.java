package io.tgr.sandbox.github.access;

import java.io.IOException;

import org.junit.jupiter.api.Test;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class UnlimitedTests {

	@Test
	void saysNothingOfBucketsWhereThereAreNone() throws IOException {
		try (GithubSandbox sandbox = GithubSandbox.builder().buckets(false).start()) {
			SandboxClient anonymous = SandboxClient.anonymous(sandbox);
			for (int call = 0; call < 70; call++) {
				Answer answer = anonymous.get("/repos/spring-projects/spring-boot/topics");
				assertThat(answer.status()).isEqualTo(200);
				assertThat(answer.headers().keySet()).noneMatch((name) -> name.startsWith("x-ratelimit"));
			}
			assertThat(anonymous.get("/rate_limit").message()).isEqualTo("Rate limiting is not enabled.");
		}
	}

}
