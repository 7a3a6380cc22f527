package io.tgr.common.http;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;

import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class OutboundHttpAutoConfigurationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withConfiguration(AutoConfigurations.of(OutboundHttpAutoConfiguration.class, WebClientAutoConfiguration.class,
				HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class));

	@Test
	void everyClientSaysWhoItIsAndTakesGzip() {
		this.runner.withPropertyValues("tgr.http.user-agent=tgr-test")
			.run((context) -> StepVerifier.create(echo(context.getBean(WebClient.Builder.class)))
				.expectNext("tgr-test gzip")
				.expectComplete()
				.verify(PATIENCE));
	}

	@Test
	void noAnswerIsLargerThanAllowed() {
		this.runner.withPropertyValues("tgr.http.max-response-size=4B")
			.run((context) -> StepVerifier.create(echo(context.getBean(WebClient.Builder.class)))
				.expectErrorSatisfies((ex) -> assertThat(ex).hasRootCauseInstanceOf(DataBufferLimitException.class))
				.verify(PATIENCE));
	}

	@Test
	void theApplicationMayBringItsClock() {
		Clock fixed = Clock.fixed(Instant.EPOCH, ZoneOffset.UTC);
		this.runner.withBean(Clock.class, () -> fixed)
			.run((context) -> assertThat(context.getBean(Clock.class)).isSameAs(fixed));
	}

	private static Mono<String> echo(WebClient.Builder builder) {
		return Mono.using(
				() -> HttpServer.create()
					.host("127.0.0.1")
					.port(0)
					.handle((request,
							response) -> response.sendString(Mono.just(request.requestHeaders().get("user-agent") + " "
									+ request.requestHeaders().get("accept-encoding"))))
					.bindNow(),
				(server) -> builder.build()
					.get()
					.uri("http://127.0.0.1:" + server.port())
					.retrieve()
					.bodyToMono(String.class),
				DisposableServer::dispose);
	}

}
