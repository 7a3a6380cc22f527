package io.tgr.local;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

class ServiceEnvironmentTests {

	@Test
	void whatTheLauncherSaysWins() {
		System.setProperty("server.port", "1");
		try {
			assertThat(ServiceEnvironment.of(Map.of("server.port", 8081)).getProperty("server.port")).isEqualTo("8081");
		}
		finally {
			System.clearProperty("server.port");
		}
	}

	@Test
	void credentialsOfTheProcessNeverReachAService() {
		System.setProperty("tgr.github.token", "sesame");
		try {
			ConfigurableEnvironment environment = ServiceEnvironment.of(Map.of());
			assertThat(environment.getProperty("tgr.github.token")).isNull();
			assertThat(Credentials.NAMES).allSatisfy((name) -> assertThat(environment.getProperty(name)).isNull());
		}
		finally {
			System.clearProperty("tgr.github.token");
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tgr_github_token", "Tgr_Github_Token", "TGR_GITHUB_TOKEN", "tgr.github.token" })
	void noSpellingOfAVariableBringsCredentials(String name) {
		ConfigurableEnvironment environment = ServiceEnvironment.of(Map.of(), Map.of(name, "sesame"));
		assertThat(Binder.get(environment).bind("tgr.github.token", String.class).isBound()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "tgr_github_token", "TGR_GIT-HUB_TOKEN", "github_token" })
	void credentialsOfTheProcessNeverReachTheSandbox(String name) {
		try (GithubSandbox sandbox = GithubSandbox.start()) {
			ConfigurableEnvironment environment = ServiceEnvironment.of(Github.sandbox(sandbox, false).variables(),
					Map.of(name, "sesame"));
			environment.getPropertySources()
				.addLast(new MapPropertySource("outside", Map.of("tgr.github.app.private-key", "sesame")));
			Map<String, Object> bound = Binder.get(environment)
				.bind("tgr.github", Bindable.mapOf(String.class, Object.class))
				.get();
			assertThat(bound.toString()).doesNotContain("sesame");
			assertThat(bound).containsEntry("token", "sandbox-token")
				.containsEntry("client-secret", "")
				.containsEntry("url", String.valueOf(sandbox.url()));
		}
	}

	@Test
	void anythingElseOfTheProcessIsThere() {
		assertThat(ServiceEnvironment.of(Map.of()).getProperty("java.version")).isNotNull();
	}

}
