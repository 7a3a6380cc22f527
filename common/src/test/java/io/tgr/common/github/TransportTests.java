package io.tgr.common.github;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.zip.GZIPOutputStream;

import io.netty.buffer.Unpooled;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClientRequestException;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class TransportTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private static final long RESET = System.currentTimeMillis() / 1000 + 1800;

	@Test
	void saysWhoItIsAndWhichVersionItSpeaks() {
		try (FakeGithub github = github((request, response) -> FakeGithub.json(response, 200, "{}")).with("token",
				" secret-token\n")) {
			StepVerifier.create(github.get("/repos/a/b")).expectNext("{}").expectComplete().verify(PATIENCE);
			assertThat(last(github).headers()).containsEntry("authorization", "Bearer secret-token")
				.containsEntry("x-github-api-version", "2026-03-10")
				.containsEntry("accept", "application/vnd.github+json")
				.containsEntry("accept-encoding", "gzip");
		}
	}

	@Test
	void keepsOurOwnHeadersAtHome() {
		try (FakeGithub github = github((request, response) -> FakeGithub.json(response, 200, "{}"))) {
			Mono<String> call = github.transport()
				.client()
				.get()
				.uri("/repos/a/b")
				.header("X-Request-Id", "1")
				.header("traceparent", "00-1-1-01")
				.retrieve()
				.bodyToMono(String.class);
			StepVerifier.create(call).expectNext("{}").expectComplete().verify(PATIENCE);
			assertThat(last(github).headers()).doesNotContainKeys("x-request-id", "traceparent", "authorization");
		}
	}

	@Test
	void asksAgainForWhatMayNotHaveChanged() {
		try (FakeGithub github = github((request, response) -> {
			if ("W/\"1\"".equals(request.requestHeaders().get("If-None-Match"))) {
				return response.status(304).header("x-ratelimit-remaining", "7").send();
			}
			return FakeGithub.json(response.header("etag", "W/\"1\"").header("link", "<x>; rel=next"), 200,
					"{\"a\":1}");
		}).with("token", "t")) {
			StepVerifier.create(entity(github)).expectNextCount(1).expectComplete().verify(PATIENCE);
			StepVerifier.create(entity(github)).assertNext((second) -> {
				assertThat(second.getStatusCode().value()).isEqualTo(200);
				assertThat(Objects.requireNonNull(second.getBody()).path("a").asInt()).isEqualTo(1);
				assertThat(second.getHeaders().getFirst(HttpHeaders.LINK)).isEqualTo("<x>; rel=next");
			}).expectComplete().verify(PATIENCE);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isEqualTo(4999);
			assertThat(github.meters.counter("tgr.github.cache", "result", "hit").count()).isEqualTo(1);
			assertThat(github.meters.counter("tgr.github.cache", "result", "miss").count()).isEqualTo(1);
		}
	}

	@Test
	void keepsAnswersWithinItsMemory() {
		AtomicInteger confirmed = new AtomicInteger();
		try (FakeGithub github = github((request, response) -> {
			if (request.requestHeaders().contains("If-None-Match")) {
				confirmed.incrementAndGet();
			}
			return FakeGithub.json(response.header("etag", "\"1\""), 200, "\"" + "x".repeat(20_000) + "\"");
		}).with("cache-size", "100KB")) {
			for (int i = 0; i < 40; i++) {
				StepVerifier.create(github.get("/repos/a/" + (i % 20)))
					.expectNextCount(1)
					.expectComplete()
					.verify(PATIENCE);
			}
			assertThat(confirmed.get()).isLessThan(10);
		}
	}

	@Test
	void followsARenamedRepository() {
		try (FakeGithub github = github((request, response) -> switch (request.uri()) {
			case "/repos/old/name" ->
				moved(response, "http://" + request.requestHeaders().get("host") + "/repositories/7");
			case "/repositories/7" -> FakeGithub.json(response, 200, "{\"full_name\":\"new/name\"}");
			default -> FakeGithub.json(response, 404, "{}");
		}).with("token", "t")) {
			StepVerifier.create(github.get("/repos/old/name"))
				.expectNext("{\"full_name\":\"new/name\"}")
				.expectComplete()
				.verify(PATIENCE);
			assertThat(github.counted("core", "moved")).isEqualTo(1);
			assertThat(last(github).headers()).containsEntry("authorization", "Bearer t");
		}
	}

	@Test
	void neverCarriesCredentialsElsewhere() {
		try (FakeGithub elsewhere = github((request, response) -> FakeGithub.json(response, 200, "{}"));
				FakeGithub github = github((request, response) -> moved(response, elsewhere.url() + "/repositories/7"))
					.with("token", "t")) {
			expect(github.get("/repos/old/name"), GithubFailure.UNREADABLE);
			assertThat(elsewhere.calls).isEmpty();
		}
	}

	@Test
	void followsThreeTimesAtMost() {
		try (FakeGithub github = github((request, response) -> moved(response, request.uri() + "x"))) {
			expect(github.get("/repos/old/name"), GithubFailure.UNREADABLE);
			assertThat(github.callsTo("/repos")).isEqualTo(4);
		}
	}

	@Test
	void unpacksAndBoundsWhatItReads() {
		try (FakeGithub github = github((request, response) -> {
			int size = (request.uri().endsWith("big")) ? 5_000_000 : 3_000_000;
			return response.header("content-encoding", "gzip")
				.header("content-type", "application/json")
				.send(Mono.just(Unpooled.wrappedBuffer(gzip("\"" + "x".repeat(size) + "\""))));
		})) {
			StepVerifier.create(github.get("/repos/a/b"))
				.assertNext((body) -> assertThat(body).hasSize(3_000_002))
				.expectComplete()
				.verify(PATIENCE);
			expect(github.get("/repos/a/big"), GithubFailure.UNREADABLE);
		}
	}

	@Test
	void aTruncatedAnswerIsUnreadable() {
		try (FakeGithub github = github((request, response) -> response.header("content-length", "100")
			.header("content-encoding", "identity")
			.header("content-type", "application/json")
			.sendString(Flux.concat(Mono.just("{\"a\":"), Mono.error(new IOException("cut off")))))) {
			expect(github.get("/repos/a/b"), GithubFailure.UNREADABLE);
		}
	}

	@Test
	void halfAJsonIsUnreadable() {
		try (FakeGithub github = github((request, response) -> FakeGithub.json(response, 200, "{\"a\":"))) {
			expect(entity(github), GithubFailure.UNREADABLE);
		}
	}

	@Test
	void aResetConnectionIsOutOfReach() {
		try (FakeGithub github = github((request, response) -> {
			response.withConnection((connection) -> connection.channel().close());
			return Mono.never();
		})) {
			expect(github.get("/repos/a/b"), GithubFailure.UNREACHABLE);
		}
	}

	@Test
	void silenceIsATimeout() {
		try (FakeGithub github = github((request, response) -> Mono.never()).with("timeout", "300ms")) {
			expect(github.get("/repos/a/b"), GithubFailure.TIMEOUT);
		}
	}

	@Test
	void aBodyThatNeverEndsIsATimeout() {
		try (FakeGithub github = github((request, response) -> response.header("content-type", "application/json")
			.sendString(Flux.interval(Duration.ofMillis(50)).map((i) -> " "))).with("timeout", "400ms")) {
			expect(github.get("/repos/a/b"), GithubFailure.TIMEOUT);
		}
	}

	@Test
	void nobodyThereIsOutOfReach() {
		try (FakeGithub github = github((request, response) -> Mono.empty()).with("url", "http://127.0.0.1:1")) {
			expect(github.get("/repos/a/b"), GithubFailure.UNREACHABLE);
		}
	}

	@Test
	void noFailureHoldsTheCredentials() {
		try (FakeGithub github = github((request, response) -> Mono.empty()).with("url", "http://127.0.0.1:1")
			.with("token", "secret-token")) {
			StepVerifier.create(github.get("/repos/a/b")).expectErrorSatisfies((ex) -> {
				StringWriter trace = new StringWriter();
				ex.printStackTrace(new PrintWriter(trace));
				assertThat(trace.toString()).doesNotContain("secret-token");
				for (Throwable cause = ex; cause != null; cause = cause.getCause()) {
					assertThat(cause).isNotInstanceOf(WebClientRequestException.class);
				}
			}).verify(PATIENCE);
		}
	}

	@Test
	void aSecondaryLimitSilencesAllCalls() {
		try (FakeGithub github = github((request, response) -> FakeGithub.json(response.header("retry-after", "30"),
				429, "{\"message\":\"You have exceeded a secondary rate limit.\"}"))
			.with("token", "t")) {
			expect(github.get("/repos/a/b"), GithubFailure.SECONDARY_LIMIT);
			expect(github.get("/search/repositories?q=x"), GithubFailure.SECONDARY_LIMIT);
			expect(github.query(), GithubFailure.SECONDARY_LIMIT);
			assertThat(github.callsTo("/")).isEqualTo(2);
			assertThat(github.transport().budget().quota(RateLimitBucket.SEARCH).pausedUntil()).isNotNull();
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isEqualTo(4999);
		}
	}

	@Test
	void searchesHaveTheirOwnBucketAndSomeCallsAreFree() {
		try (FakeGithub github = github((request, response) -> FakeGithub.json(response, 200, "{\"resources\":{}}"))
			.with("token", "t")) {
			StepVerifier.create(github.get("/search/repositories?q=x"))
				.expectNextCount(1)
				.expectComplete()
				.verify(PATIENCE);
			StepVerifier.create(github.get("/rate_limit")).expectNextCount(1).expectComplete().verify(PATIENCE);
			assertThat(github.counted("search", "success")).isEqualTo(1);
			assertThat(github.transport().budget().quota(RateLimitBucket.CORE).remaining()).isEqualTo(5000);
			assertThat(github.transport().budget().quota(RateLimitBucket.SEARCH).remaining()).isEqualTo(29);
		}
	}

	static FakeGithub github(BiFunction<HttpServerRequest, HttpServerResponse, Publisher<Void>> handler) {
		return new FakeGithub((request, response) -> (request.uri().equals("/rate_limit"))
				? FakeGithub.rateLimit(response, 5000, 30, 5000, RESET) : handler.apply(request, response));
	}

	private static Mono<ResponseEntity<JsonNode>> entity(FakeGithub github) {
		return github.transport().client().get().uri("/repos/a/b").retrieve().toEntity(JsonNode.class);
	}

	private static void expect(Mono<?> call, GithubFailure failure) {
		StepVerifier.create(call)
			.expectErrorSatisfies((thrown) -> assertThat(thrown).isInstanceOfSatisfying(GithubException.class,
					(ex) -> assertThat(ex.failure()).isEqualTo(failure)))
			.verify(PATIENCE);
	}

	private static Publisher<Void> moved(HttpServerResponse response, String location) {
		return FakeGithub.json(response.header("location", location), 301, "{\"message\":\"Moved Permanently\"}");
	}

	private static FakeGithub.Call last(FakeGithub github) {
		return github.calls.get(github.calls.size() - 1);
	}

	private static byte[] gzip(String text) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		try (GZIPOutputStream packed = new GZIPOutputStream(bytes)) {
			packed.write(FakeGithub.utf8(text));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		return bytes.toByteArray();
	}

}
