package io.tgr.local.gateway;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RequestPathTests {

	@ParameterizedTest
	@CsvSource({ "/, /", "/trending, /trending", "/repos/a/.github, /repos/a/.github", "/repos/a/b..c, /repos/a/b..c",
			"/repos/../actuator/health, /actuator/health", "/repos/%2e%2E/actuator, /actuator",
			"/repos/./a/b, /repos/a/b", "/repos/a/.., /repos/", "/../../trending, /trending", "/a//b/../c, /a//c" })
	void isWhatEnvoyWouldRoute(String sent, String routed) {
		assertThat(RequestPath.normalized(sent)).isEqualTo(routed);
	}

}
