package io.tgr.common.resilience;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;

class NeighbourTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

	private final AtomicInteger calls = new AtomicInteger();

	private final MockEnvironment environment = new MockEnvironment().withProperty("tgr.neighbours.n.backoff", "10ms");

	private final NeighbourRegistries factory = new NeighbourRegistries(this.environment, this.clock);

	@Test
	void triesAgainWhatMayPass() {
		Mono<String> call = Mono
			.defer(() -> (this.calls.incrementAndGet() < 3) ? Mono.error(new Trouble(true, null)) : Mono.just("done"));
		StepVerifier.create(neighbour().protect(call)).expectNext("done").expectComplete().verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(3);
	}

	@Test
	void givesUpAfterItsAttemptsWithTheCauseItself() {
		StepVerifier.create(neighbour().protect(failing(new Trouble(true, null))))
			.expectError(Trouble.class)
			.verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(3);
	}

	@Test
	void neverTriesAgainWhatCannotPass() {
		StepVerifier.create(neighbour().protect(failing(new Trouble(false, null))))
			.expectError(Trouble.class)
			.verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(1);
	}

	@Test
	void neverTriesAgainBeforeItIsAskedTo() {
		Instant soon = this.clock.instant().plusMillis(400);
		Duration waited = StepVerifier.create(neighbour().protect(failing(new Trouble(true, soon))))
			.expectError()
			.verify(PATIENCE);
		assertThat(waited).isGreaterThan(Duration.ofMillis(2 * 390));
		this.calls.set(0);
		StepVerifier.create(neighbour().protect(failing(new Trouble(true, this.clock.instant().plusSeconds(60)))))
			.expectError(Trouble.class)
			.verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(1);
	}

	@Test
	void neverTriesAgainBeforeTheAnswerBehindAFailureAllows() {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.RETRY_AFTER, "30");
		Throwable refusal = refusal(headers);
		Throwable wrapped = new Trouble(true, null).initCause(refusal);
		StepVerifier.create(neighbour().protect(failing(wrapped))).expectError(Trouble.class).verify(PATIENCE);
		StepVerifier.create(this.factory.neighbour("n", (ex) -> true).protect(failing(refusal)))
			.expectError(WebClientResponseException.class)
			.verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(2);
		Instant now = Instant.parse("2026-11-22T12:00:00Z");
		headers.set(HttpHeaders.RETRY_AFTER, "Sun, 22 Nov 2026 12:01:00 GMT");
		assertThat(RetryAfter.of(refusal(headers), now)).isEqualTo(now.plusSeconds(60));
		headers.set(HttpHeaders.RETRY_AFTER, "later");
		assertThat(RetryAfter.of(refusal(headers), now)).isNull();
	}

	private static Throwable refusal(HttpHeaders headers) {
		return WebClientResponseException.create(429, "Too Many Requests", headers, new byte[0], null);
	}

	@Test
	void opensTheCircuitForTroubleOnly() {
		this.environment.withProperty("tgr.neighbours.n.window", "4").withProperty("tgr.neighbours.n.attempts", "1");
		Neighbour neighbour = neighbour();
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(neighbour.protect(failing(new Trouble(false, null)))).expectError().verify(PATIENCE);
		}
		assertThat(this.calls.get()).isEqualTo(10);
		for (int i = 0; i < 10; i++) {
			StepVerifier.create(neighbour.protect(failing(new Trouble(true, null)))).expectError().verify(PATIENCE);
		}
		assertThat(this.calls.get()).isLessThan(15);
		StepVerifier.create(neighbour.protect(Mono.just("x")))
			.expectErrorSatisfies(
					(thrown) -> assertThat(thrown).isInstanceOfSatisfying(NeighbourUnavailableException.class, (ex) -> {
						assertThat(ex).hasMessageStartingWith("n ");
						assertThat(ex.retryAt()).isEqualTo(this.clock.instant().plusSeconds(10));
					}))
			.verify(PATIENCE);
	}

	@Test
	void takesSoMuchTimeAndNoMore() {
		this.environment.withProperty("tgr.neighbours.n.timeout", "50ms")
			.withProperty("tgr.neighbours.n.attempts", "2");
		Mono<String> silent = Mono.<String>never().doOnSubscribe((subscription) -> this.calls.incrementAndGet());
		StepVerifier.create(neighbour().protect(silent))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(NeighbourUnavailableException.class)
				.hasCauseInstanceOf(TimeoutException.class))
			.verify(PATIENCE);
		assertThat(this.calls.get()).isEqualTo(2);
	}

	@Test
	void takesSoManyCallsAndNoMore() {
		this.environment.withProperty("tgr.neighbours.n.concurrency", "2");
		Neighbour neighbour = neighbour();
		Sinks.One<String> end = Sinks.one();
		Flux<String> four = Flux.range(0, 4)
			.flatMap((i) -> neighbour.protect(end.asMono())
				.onErrorReturn(NeighbourUnavailableException.class, "refused"));
		StepVerifier.create(four)
			.expectNext("refused", "refused")
			.then(() -> end.tryEmitValue("done"))
			.expectNext("done", "done")
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void protectsStreamsAndCountsThem() {
		SimpleMeterRegistry registry = new SimpleMeterRegistry();
		this.factory.bindTo(registry);
		StepVerifier.create(neighbour().protect(Flux.range(0, 3))).expectNextCount(3).expectComplete().verify(PATIENCE);
		assertThat(registry.get("resilience4j.circuitbreaker.calls")
			.tag("name", "n")
			.tag("kind", "successful")
			.timer()
			.count()).isEqualTo(1);
		assertThat(registry.get("resilience4j.bulkhead.max.allowed.concurrent.calls").gauge().value()).isEqualTo(128);
		assertThat(registry.find("resilience4j.retry.calls").meters()).isNotEmpty();
	}

	@Test
	void isConfiguredUnlessTheApplicationBringsItsOwn() {
		ApplicationContextRunner runner = new ApplicationContextRunner().withConfiguration(
				AutoConfigurations.of(ResilienceAutoConfiguration.class, OutboundHttpAutoConfiguration.class));
		runner.run((context) -> assertThat(context).hasSingleBean(NeighbourFactory.class));
		runner.withBean(NeighbourFactory.class, () -> mock(NeighbourFactory.class))
			.run((context) -> assertThat(context).doesNotHaveBean(NeighbourRegistries.class));
	}

	private Neighbour neighbour() {
		return this.factory.neighbour("n");
	}

	private Mono<String> failing(Throwable failure) {
		return Mono.error(() -> {
			this.calls.incrementAndGet();
			return failure;
		});
	}

	private static final class Trouble extends RuntimeException implements RetryHint {

		private final boolean retryable;

		private final transient @Nullable Instant retryAt;

		Trouble(boolean retryable, @Nullable Instant retryAt) {
			this.retryable = retryable;
			this.retryAt = retryAt;
		}

		@Override
		public boolean retryable() {
			return this.retryable;
		}

		@Override
		public @Nullable Instant retryAt() {
			return this.retryAt;
		}

	}

}
