package io.tgr.local.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.Test;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.mock.http.server.reactive.MockServerHttpRequest;
import org.springframework.mock.web.server.MockServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class MappingFilterTests {

	private static final URI UPSTREAM = URI.create("http://127.0.0.1:8081");

	private static final Duration LIMIT = Duration.ofSeconds(5);

	@Test
	void theQueryArrivesByteForByte() {
		URI url = URI.create("/trending?language=C%2B%2B&l=[x]&q=100%25");
		MockServerWebExchange exchange = exchange(url);
		StepVerifier.create(filter(Duration.ofSeconds(1), null).filter(exchange, (next) -> Mono.empty()))
			.expectComplete()
			.verify(LIMIT);
		URI target = exchange.getRequiredAttribute(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR);
		assertThat(target).isEqualTo(UPSTREAM.resolve(url));
	}

	@Test
	void anAnswerThatTakesTooLongIsGivenUpAndCancelled() {
		AtomicBoolean cancelled = new AtomicBoolean();
		Mono<Void> never = Mono.<Void>never().doOnCancel(() -> cancelled.set(true));
		StepVerifier
			.create(filter(Duration.ofMillis(50), null).filter(exchange(URI.create("/trending")), (next) -> never))
			.expectError(TimeoutException.class)
			.verify(LIMIT);
		assertThat(cancelled).isTrue();
	}

	@Test
	void aSilentStreamIsCut() {
		DataBuffer first = new DefaultDataBufferFactory().wrap(new byte[] { 1 });
		StepVerifier
			.create(filter(null, Duration.ofMillis(50)).filter(exchange(URI.create("/trending/stream")),
					(next) -> next.getResponse().writeWith(Flux.just(first).concatWith(Flux.never()))))
			.expectError(TimeoutException.class)
			.verify(LIMIT);
	}

	private static MockServerWebExchange exchange(URI url) {
		return MockServerWebExchange.from(MockServerHttpRequest.method(HttpMethod.GET, url));
	}

	private static MappingFilter filter(Duration timeout, Duration idleTimeout) {
		return new MappingFilter(
				new Mapping("trending", "/trending", false, "", "trending-service", timeout, idleTimeout), UPSTREAM);
	}

}
