package io.tgr.local.gateway;

import java.net.ConnectException;
import java.util.List;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.github.GithubFailure;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayProblemTests {

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/trending"));

	@Test
	void aServiceThatRefusesIsUnavailable() {
		assertThat(problem(new ConnectException("refused"))).extracting(GatewayProblem::status, GatewayProblem::type)
			.containsExactly(503, "urn:tgr:problem:service-unreachable");
	}

	@Test
	void aServiceThatTakesTooLongIsATimeout() {
		assertThat(problem(new TimeoutException()))
			.extracting(GatewayProblem::status, GatewayProblem::type, GatewayProblem::retryAfter)
			.containsExactly(504, "urn:tgr:problem:gateway-timeout", 5);
	}

	@ParameterizedTest
	@EnumSource(GithubFailure.class)
	void noTroubleWithServicesIsTakenForTroubleWithGithub(GithubFailure failure) {
		assertThat(List.of(problem(new ConnectException()), problem(new TimeoutException())))
			.extracting(GatewayProblem::type)
			.doesNotContain("urn:tgr:problem:" + failure.slug());
	}

	@Test
	void anUnknownPathIsNotFoundAndSaysWhich() {
		GatewayProblem problem = problem(new ResponseStatusException(HttpStatus.NOT_FOUND));
		assertThat(problem.status()).isEqualTo(404);
		assertThat(problem.detail()).contains("/trending");
	}

	@Test
	void anyOtherFailureIsOursAndSaysNothingOfItself() {
		GatewayProblem problem = problem(new IllegalStateException("secret"));
		assertThat(problem.status()).isEqualTo(500);
		assertThat(JsonMapper.shared().writeValueAsString(problem)).doesNotContain("secret", "retryAfter");
	}

	private GatewayProblem problem(Throwable failure) {
		return GatewayProblem.of(failure, this.exchange);
	}

}
