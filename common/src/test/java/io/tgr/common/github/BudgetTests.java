package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;

class BudgetTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final MutableClock clock = new MutableClock(Instant.ofEpochSecond(1_790_000_000));

	/** What GitHub itself counts. */
	private final AtomicInteger used = new AtomicInteger();

	private volatile int limit = 60;

	private volatile boolean headers = true;

	private volatile long reset = this.clock.instant().getEpochSecond() + 1800;

	@Test
	void twoHundredCallsAtOnceMakeNoMoreThanTheBucketHolds() {
		try (FakeGithub github = github()) {
			assertThat(succeeded(github, 200, Function.identity())).isEqualTo(60);
			assertThat(github.callsTo("/repos")).isEqualTo(60);
			assertThat(github.callsTo("/rate_limit")).isEqualTo(1);
			assertThat(github.counted("core", "held-back")).isEqualTo(140);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isZero();
			assertThat(github.meters.get("tgr.github.budget.remaining").tag("bucket", "core").gauge().value()).isZero();
		}
	}

	@Test
	void whatSomebodyElseHasUsedCounts() {
		this.used.set(50);
		try (FakeGithub github = github()) {
			assertThat(succeeded(github, 40, Function.identity())).isEqualTo(10);
			assertThat(github.callsTo("/repos")).isEqualTo(10);
		}
	}

	@Test
	void answersWithoutHeadersAreCountedByOurselves() {
		try (FakeGithub github = github()) {
			StepVerifier.create(github.transport().budget().known()).expectComplete().verify(PATIENCE);
			this.headers = false;
			assertThat(succeeded(github, 100, Function.identity())).isEqualTo(60);
			assertThat(github.callsTo("/repos")).isEqualTo(60);
		}
	}

	@Test
	void backgroundCallsLeaveAPartForInteractiveOnes() {
		try (FakeGithub github = github()) {
			assertThat(succeeded(github, 100, CallPriority.BACKGROUND::on)).isEqualTo(48);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).reservedForInteractive()).isEqualTo(12);
			assertThat(succeeded(github, 100, Function.identity())).isEqualTo(12);
		}
	}

	@Test
	void aRefusalSaysWhenToComeBackAndANewWindowIsFull() {
		try (FakeGithub github = github()) {
			succeeded(github, 60, Function.identity());
			StepVerifier.create(github.get("/repos/a/b"))
				.expectErrorSatisfies((ex) -> assertThat(((GithubException) ex).retryAt())
					.isEqualTo(Instant.ofEpochSecond(this.reset).plusSeconds(1)))
				.verify(PATIENCE);
			this.clock.advance(Duration.ofSeconds(1801));
			this.used.set(0);
			this.reset += 3600;
			assertThat(succeeded(github, 100, Function.identity())).isEqualTo(60);
			assertThat(github.callsTo("/repos")).isEqualTo(120);
		}
	}

	@Test
	void aWindowThatHadNotBegunDoesNotMultiplyTheBucket() {
		try (FakeGithub github = github()) {
			StepVerifier.create(github.transport().budget().known()).expectComplete().verify(PATIENCE);
			this.clock.advance(Duration.ofMinutes(10));
			this.reset += 600;
			assertThat(succeeded(github, 200, Function.identity())).isEqualTo(60);
			assertThat(github.callsTo("/repos")).isEqualTo(60);
		}
	}

	@Test
	void neverOverdrawsWhenGithubCouldNotBeAskedAtFirst() {
		this.limit = -1;
		try (FakeGithub github = github()) {
			StepVerifier.create(github.transport().budget().known()).expectError().verify(PATIENCE);
			this.limit = 60;
			assertThat(succeeded(github, 100, Function.identity())).isEqualTo(60);
		}
	}

	@Test
	void aPrimaryRefusalStopsTheBucketUntilItsReset() {
		try (FakeGithub github = github()) {
			StepVerifier.create(github.transport().budget().known()).expectComplete().verify(PATIENCE);
			this.used.set(60);
			StepVerifier.create(github.get("/repos/a/b")).expectError(GithubException.class).verify(PATIENCE);
			StepVerifier.create(github.get("/repos/a/b")).expectError(GithubException.class).verify(PATIENCE);
			assertThat(github.callsTo("/repos")).isEqualTo(1);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isZero();
		}
	}

	@Test
	void nonsenseInAHeaderBlocksForOneWindowAtMost() {
		try (FakeGithub github = new FakeGithub(
				(request, response) -> (request.uri().equals("/rate_limit")) ? quota(response)
						: FakeGithub.json(
								response.header("x-ratelimit-limit", "60")
									.header("x-ratelimit-remaining", "0")
									.header("x-ratelimit-reset", "9999999999"),
								403, "{\"message\":\"API rate limit exceeded\"}"))
			.at(this.clock)) {
			StepVerifier.create(github.get("/repos/a/b")).expectError(GithubException.class).verify(PATIENCE);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).reset())
				.isBefore(this.clock.instant().plus(Duration.ofMinutes(61)));
		}
	}

	@Test
	void aQueryCostsAPointUnlessItsAnswerSaysMore() {
		this.limit = 5000;
		try (FakeGithub github = github().with("token", "t")) {
			this.used.set(4998);
			StepVerifier.create(github.query()).expectNextCount(1).expectComplete().verify(PATIENCE);
			assertThat(github.transport().budget().quota(RateLimitBucket.GRAPHQL).remaining()).isEqualTo(1);
			this.used.set(4999);
			StepVerifier.create(github.query()).expectNextCount(1).expectComplete().verify(PATIENCE);
			StepVerifier.create(github.query()).expectError(GithubException.class).verify(PATIENCE);
			assertThat(github.callsTo("/graphql")).isEqualTo(2);
		}
	}

	@Test
	void withoutATokenNoQueryLeaves() {
		try (FakeGithub github = github()) {
			StepVerifier.create(github.query())
				.expectErrorSatisfies(
						(ex) -> assertThat(((GithubException) ex).failure()).isEqualTo(GithubFailure.FORBIDDEN))
				.verify(PATIENCE);
			assertThat(github.callsTo("/graphql")).isZero();
			assertThat(github.transport().budget().graphqlAvailable()).isFalse();
		}
	}

	@Test
	void anEnterpriseServerMayHaveNoLimits() {
		this.headers = false;
		this.limit = 0;
		try (FakeGithub github = new FakeGithub((request, response) -> (request.uri().equals("/rate_limit"))
				? FakeGithub.json(response, 404, "{\"message\":\"Rate limiting is not enabled.\"}")
				: FakeGithub.json(response, 200, "{}"))
			.at(this.clock)) {
			assertThat(succeeded(github, 200, Function.identity())).isEqualTo(200);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).limit()).isNull();
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isNull();
		}
	}

	@Test
	void aCancelledCallIsCountedOnlyIfItLeft() {
		Sinks.Empty<Void> arrived = Sinks.empty();
		try (FakeGithub github = new FakeGithub((request, response) -> {
			if (request.uri().equals("/rate_limit")) {
				return FakeGithub.rateLimit(response, 60, 10, 0, this.reset);
			}
			arrived.tryEmitEmpty();
			return Mono.never();
		}).at(this.clock)) {
			StepVerifier.create(github.get("/repos/a/b").takeUntilOther(arrived.asMono()))
				.expectComplete()
				.verify(PATIENCE);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isEqualTo(59);
		}
	}

	@Test
	void aWrongClockDoesNotMixUpTheWindows() {
		MutableClock ahead = new MutableClock(Instant.ofEpochSecond(this.reset + 7200));
		RateLimit seen = Objects.requireNonNull(
				RateLimit.of(headers("Mon, 21 Sep 2026 14:13:20 GMT"), RateLimitBucket.CORE, ahead.instant()));
		Duration left = Duration.between(Instant.parse("2026-09-21T14:13:20Z"), Instant.ofEpochSecond(this.reset));
		assertThat(seen.reset()).isEqualTo(ahead.instant().plus(left));
	}

	private HttpHeaders headers(String date) {
		HttpHeaders headers = new HttpHeaders();
		headers.set("date", date);
		headers.set("x-ratelimit-limit", "60");
		headers.set("x-ratelimit-remaining", "59");
		headers.set("x-ratelimit-reset", String.valueOf(this.reset));
		return headers;
	}

	private FakeGithub github() {
		Clock moving = this.clock;
		return new FakeGithub((request, response) -> {
			if (request.uri().equals("/rate_limit")) {
				return (this.limit < 0) ? FakeGithub.json(response, 503, "{}") : quota(response);
			}
			int now = this.used.incrementAndGet();
			boolean refused = now > this.limit;
			if (this.headers) {
				String bucket = (request.uri().equals("/graphql")) ? "graphql" : "core";
				response.header("x-ratelimit-limit", String.valueOf(this.limit))
					.header("x-ratelimit-remaining", String.valueOf(Math.max(0, this.limit - now)))
					.header("x-ratelimit-reset", String.valueOf(this.reset))
					.header("x-ratelimit-resource", bucket);
			}
			Publisher<Void> answer = (refused)
					? FakeGithub.json(response, 403, "{\"message\":\"API rate limit exceeded for user ID 1.\"}")
					: FakeGithub.json(response, 200, "{\"data\":{}}");
			return Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(20))).thenEmpty(answer);
		}).at(moving);
	}

	private Publisher<Void> quota(HttpServerResponse response) {
		int left = this.limit - this.used.get();
		String bucket = "\"%s\":{\"limit\":%d,\"remaining\":%d,\"reset\":%d}";
		return FakeGithub.json(response, 200,
				"{\"resources\":{%s,%s}}".formatted(bucket.formatted("core", this.limit, left, this.reset),
						bucket.formatted("graphql", this.limit, left, this.reset)));
	}

	private static long succeeded(FakeGithub github, int calls, Function<Mono<String>, Mono<String>> priority) {
		AtomicInteger succeeded = new AtomicInteger();
		Flux<String> all = Flux.range(0, calls)
			.flatMap((i) -> priority.apply(github.get("/repos/a/" + i))
				.doOnNext((body) -> succeeded.incrementAndGet())
				.onErrorComplete(GithubException.class), 256);
		StepVerifier.create(all.then()).expectComplete().verify(PATIENCE);
		return succeeded.get();
	}

}
