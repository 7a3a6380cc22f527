package io.tgr.local;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.springframework.core.env.ConfigurableEnvironment;

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

	@Test
	void anythingElseOfTheProcessIsThere() {
		assertThat(ServiceEnvironment.of(Map.of()).getProperty("java.version")).isNotNull();
	}

}
