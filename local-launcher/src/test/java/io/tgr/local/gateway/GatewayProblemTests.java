package io.tgr.local.gateway;

import java.net.ConnectException;
import java.util.concurrent.TimeoutException;

import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import org.springframework.web.server.ResponseStatusException;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class GatewayProblemTests {

	private final MockServerWebExchange exchange = MockServerWebExchange.from(MockServerHttpRequest.get("/trending"));

	@Test
	void aServiceThatRefusesIsUnavailable() {
		assertThat(problem(new ConnectException("refused"))).extracting(GatewayProblem::status, GatewayProblem::type)
			.containsExactly(503, "urn:tgr:problem:unavailable");
	}

	@Test
	void aServiceThatTakesTooLongIsATimeout() {
		assertThat(problem(new TimeoutException())).extracting(GatewayProblem::status, GatewayProblem::retryAfter)
			.containsExactly(504, 5);
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
