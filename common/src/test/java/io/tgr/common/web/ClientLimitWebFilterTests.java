package io.tgr.common.web;

import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;

class ClientLimitWebFilterTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final MutableClock clock = new MutableClock(Instant.parse("2026-11-22T12:00:00Z"));

	@ParameterizedTest
	@CsvSource({ "0, , false", "1, , true", "2, , true", "0, 192.0.2.1, false", "1, 192.0.2.1, false",
			"2, 192.0.2.1, false" })
	void onlyWhatNoProxyHandedOnHasNoLimit(int trustedHops, String forwarded, boolean unlimited) {
		ClientLimitWebFilter filter = new ClientLimitWebFilter(new InboundProperties(1, trustedHops, 10), this.clock);
		StepVerifier.create(ask(filter, forwarded)).expectComplete().verify(PATIENCE);
		StepVerifier.Step<Void> again = StepVerifier.create(ask(filter, forwarded));
		((unlimited) ? again.expectComplete() : again.expectError()).verify(PATIENCE);
	}

	@Test
	void aShareRefillsWithTime() {
		ClientLimitWebFilter filter = new ClientLimitWebFilter(new InboundProperties(2, 0, 10), this.clock);
		for (int turn = 0; turn < 3; turn++) {
			StepVerifier.create(ask(filter, null)).expectComplete().verify(PATIENCE);
			StepVerifier.create(ask(filter, null)).expectComplete().verify(PATIENCE);
			StepVerifier.create(ask(filter, null)).expectError().verify(PATIENCE);
			this.clock.advance(Duration.ofMinutes(1 + 2 * turn));
		}
	}

	private static Mono<Void> ask(ClientLimitWebFilter filter, @Nullable String forwarded) {
		MockServerHttpRequest.BaseBuilder<?> request = MockServerHttpRequest.get("/trending")
			.remoteAddress(new InetSocketAddress("192.0.2.7", 4711));
		if (forwarded != null) {
			request.header("X-Forwarded-For", forwarded);
		}
		return filter.filter(MockServerWebExchange.from(request), (exchange) -> Mono.empty());
	}

}
