package io.tgr.trending.details;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.http.client.autoconfigure.HttpClientAutoConfiguration;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.codec.autoconfigure.CodecsAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.webclient.autoconfigure.WebClientAutoConfiguration;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.test.StepVerifier;

import io.tgr.common.github.CallPriority;
import io.tgr.common.http.OutboundHttpAutoConfiguration;
import io.tgr.common.resilience.ResilienceAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

class BackgroundPatienceTests {

	private static final Duration LONG = Duration.ofSeconds(10);

	private static final Duration SILENCE = Duration.ofMillis(900);

	private static final String LINE = """
			{"fullName":"o/r","requestedName":"o/r","problem":{"type":"urn:tgr:problem:not-found","status":404}}
			""";

	private final AtomicInteger calls = new AtomicInteger();

	private final DisposableServer details = HttpServer.create()
		.host("127.0.0.1")
		.port(0)
		.handle((request, response) -> {
			this.calls.incrementAndGet();
			return response.header("Content-Type", "application/x-ndjson")
				.sendString(Mono.just(LINE).delaySubscription(SILENCE));
		})
		.bindNow();

	private final ApplicationContextRunner trending = new ApplicationContextRunner()
		.withConfiguration(
				AutoConfigurations.of(HttpClientAutoConfiguration.class, ReactiveHttpClientAutoConfiguration.class,
						WebClientAutoConfiguration.class, CodecsAutoConfiguration.class, JacksonAutoConfiguration.class,
						OutboundHttpAutoConfiguration.class, ResilienceAutoConfiguration.class))
		.withUserConfiguration(DetailsConfiguration.class)
		.withPropertyValues("spring.http.clients.read-timeout=200ms",
				"tgr.trending.details-url=http://127.0.0.1:" + this.details.port());

	@AfterEach
	void stop() {
		this.details.disposeNow();
	}

	@Test
	void backgroundWorkWaitsThroughASilenceThatNobodyElseWaitsThrough() {
		this.trending.run((context) -> {
			Flux<Measurement> measured = context.getBean(RepoDetails.class).measure(List.of("o/r"));
			StepVerifier.create(CallPriority.BACKGROUND.on(measured)).expectNextCount(1).expectComplete().verify(LONG);
			assertThat(this.calls).hasValue(1);
			StepVerifier.create(measured).expectError(DetailsUnavailableException.class).verify(LONG);
		});
	}

	@Test
	void patienceOfBackgroundWorkHasItsOwnLimit() {
		this.trending
			.withPropertyValues("tgr.neighbours.repo-details-background.timeout=300ms",
					"tgr.neighbours.repo-details-background.attempts=1")
			.run((context) -> StepVerifier
				.create(CallPriority.BACKGROUND.on(context.getBean(RepoDetails.class).measure(List.of("o/r"))))
				.expectError(DetailsUnavailableException.class)
				.verify(LONG));
	}

}
