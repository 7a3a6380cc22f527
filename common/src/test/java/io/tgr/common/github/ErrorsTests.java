package io.tgr.common.github;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ErrorsTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	// Minutes before the resets of the recorded answers.
	private static final Instant NOW = Instant.ofEpochSecond(1787392800L - 600);

	private static final Instant RESET = Instant.ofEpochSecond(1787392800L);

	/** The meaning of each answer, {@code null} where it is left to the caller. */
	private static final Map<String, Expected> MEANINGS = Map.ofEntries(
			rest("primary-rate-limit-anonymous", GithubFailure.QUOTA_EXHAUSTED, RESET),
			rest("primary-rate-limit-token", GithubFailure.QUOTA_EXHAUSTED, RESET),
			rest("primary-rate-limit-search", GithubFailure.QUOTA_EXHAUSTED, RESET),
			rest("secondary-rate-limit-403", GithubFailure.SECONDARY_LIMIT, NOW.plusSeconds(60)),
			rest("secondary-rate-limit-429", GithubFailure.SECONDARY_LIMIT, NOW.plusSeconds(8)),
			rest("bad-credentials", GithubFailure.BAD_CREDENTIALS, null),
			rest("not-found", GithubFailure.NOT_FOUND, null), rest("moved-permanently", GithubFailure.UNREADABLE, null),
			rest("not-modified", GithubFailure.UNREADABLE, null), rest("blocked-dmca", GithubFailure.BLOCKED, null),
			rest("blocked-tos", GithubFailure.BLOCKED, null),
			rest("search-422-invalid-scope", GithubFailure.INVALID_REQUEST, null),
			rest("search-422-too-long", GithubFailure.INVALID_REQUEST, null),
			rest("search-422-missing-q", GithubFailure.INVALID_REQUEST, null),
			rest("search-422-first-1000", GithubFailure.RESULT_LIMIT, null),
			rest("pagination-422", GithubFailure.RESULT_LIMIT, null),
			rest("unicorn-503", GithubFailure.UNAVAILABLE, null),
			Map.entry("graphql-not-found", new Expected(null, null)),
			rest("graphql-rate-limited-older", GithubFailure.QUOTA_EXHAUSTED, RESET),
			rest("graphql-rate-limit-2026", GithubFailure.QUOTA_EXHAUSTED, RESET),
			rest("graphql-secondary", GithubFailure.SECONDARY_LIMIT, NOW.plusSeconds(60)),
			rest("graphql-timeout-502-json", GithubFailure.TIMEOUT, null),
			rest("graphql-timeout-502-html", GithubFailure.UNAVAILABLE, null),
			rest("graphql-timeout-504", GithubFailure.TIMEOUT, null),
			Map.entry("graphql-resource-limits", new Expected(null, null)),
			rest("graphql-node-limit", GithubFailure.RESULT_LIMIT, null),
			rest("graphql-argument-limit", GithubFailure.INVALID_REQUEST, null),
			rest("graphql-first-too-big", GithubFailure.INVALID_REQUEST, null),
			rest("graphql-undefined-field", GithubFailure.INVALID_REQUEST, null),
			rest("graphql-bad-credentials", GithubFailure.BAD_CREDENTIALS, null));

	@Test
	void eachHasAMeaning() {
		assertThat(errors().map((error) -> error.path("id").asString()))
			.containsExactlyInAnyOrderElementsOf(MEANINGS.keySet());
	}

	@TestFactory
	Stream<DynamicTest> meanWhatTheyShould() {
		return errors().map((error) -> DynamicTest.dynamicTest(error.path("id").asString(), () -> check(error)));
	}

	@Test
	void aSecondaryLimitWithoutAWordHoldsForAMinute() {
		check(answer(403, Map.of("x-ratelimit-remaining", "12"),
				"{\"message\":\"You have exceeded a secondary rate limit.\"}"), GithubFailure.SECONDARY_LIMIT,
				NOW.plusSeconds(60));
	}

	@Test
	void aSecondaryLimitHoldsForAnHourAtMost() {
		check(answer(429, Map.of("retry-after", "9999999999"),
				"{\"message\":\"You have exceeded a secondary rate limit.\"}"), GithubFailure.SECONDARY_LIMIT,
				NOW.plusSeconds(3600));
	}

	@Test
	void aClosedListIsForbiddenToAnonymousCallers() {
		check(answer(401, Map.of(), "{\"message\":\"Requires authentication\"}"), GithubFailure.FORBIDDEN, null);
	}

	@Test
	void theLastCallOfAWindowMayStillBeForbidden() {
		check(answer(403, Map.of("x-ratelimit-remaining", "0"),
				"{\"message\":\"Resource not accessible by integration\"}"), GithubFailure.FORBIDDEN, null);
	}

	@Test
	void anOutageMaySayWhenItEnds() {
		check(answer(503, Map.of("retry-after", "Sat, 22 Aug 2026 10:00:00 GMT"), "{}"), GithubFailure.UNAVAILABLE,
				RESET);
	}

	@Test
	void aPageThatIsNoJsonIsUnreadable() {
		check(answer(200, Map.of("content-type", "text/html"), "<html>Log in to the hotel</html>"),
				GithubFailure.UNREADABLE, null);
	}

	@Test
	void plainTextIsUnreadable() {
		check(answer(200, Map.of("content-type", "text/plain"), "ok"), GithubFailure.UNREADABLE, null);
	}

	@Test
	void anEmptyRepositoryIsNotThere() {
		check(answer(409, Map.of(), "{\"message\":\"Git Repository is empty.\"}"), GithubFailure.NOT_FOUND, null);
	}

	@Test
	void aSecondaryLimitInsideAGraphqlAnswerConcernsAll() {
		check(answer(200, Map.of(), "{\"message\":\"You have exceeded a secondary rate limit.\"}", "graphql"),
				GithubFailure.SECONDARY_LIMIT, NOW.plusSeconds(60));
	}

	private static void check(JsonNode error) {
		Expected expected = Objects.requireNonNull(MEANINGS.get(error.path("id").asString()));
		check(error, expected.failure(), expected.retryAt());
	}

	private static void check(JsonNode error, @Nullable GithubFailure failure, @Nullable Instant retryAt) {
		boolean graphql = error.path("api").asString().equals("graphql");
		try (FakeGithub github = new FakeGithub((request, response) -> request.uri().equals("/rate_limit")
				? FakeGithub.rateLimit(response, 5000, 30, 5000, RESET.getEpochSecond()) : send(error, response))
			.with("token", "t")
			.at(Clock.fixed(NOW, ZoneOffset.UTC))) {
			Mono<String> call = (graphql) ? github.query() : github.get("/repos/a/b");
			if (failure == null) {
				StepVerifier.create(call).expectNextCount(1).expectComplete().verify(PATIENCE);
				return;
			}
			StepVerifier.create(call).expectErrorSatisfies((thrown) -> {
				assertThat(thrown).isInstanceOfSatisfying(GithubException.class, (ex) -> {
					assertThat(ex.failure()).isEqualTo(failure);
					assertThat(ex.retryAt()).isEqualTo(retryAt);
					assertThat(ex.status()).isEqualTo(error.path("status").asInt());
					assertThat(ex.getMessage()).doesNotContain("1002253", "203.0.113.7");
				});
			}).verify(PATIENCE);
			assertThat(github.counted((graphql) ? "graphql" : "core", failure.slug()) + github.counted("core", "moved")
					+ github.counted("core", "not-modified"))
				.isEqualTo(1);
		}
	}

	private static Publisher<Void> send(JsonNode error, HttpServerResponse response) {
		response.status(error.path("status").asInt());
		error.path("headers")
			.properties()
			.forEach((header) -> response.header(header.getKey(), header.getValue().asString()));
		JsonNode body = error.path("body");
		if (body.isNull()) {
			return response.send();
		}
		return response.sendString(Mono.just((body.isString()) ? body.asString() : body.toString()));
	}

	private static JsonNode answer(int status, Map<String, String> headers, String body) {
		return answer(status, headers, body, "rest");
	}

	private static JsonNode answer(int status, Map<String, String> headers, String body, String api) {
		return JsonMapper.shared()
			.valueToTree(Map.of("id", "", "api", api, "status", status, "headers", headers, "body", body));
	}

	private static Stream<JsonNode> errors() {
		try (InputStream file = ErrorsTests.class.getResourceAsStream("errors.json")) {
			return JsonMapper.shared().readTree(file).path("errors").valueStream();
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static Map.Entry<String, Expected> rest(String id, @Nullable GithubFailure failure,
			@Nullable Instant retryAt) {
		return Map.entry(id, new Expected(failure, retryAt));
	}

	record Expected(@Nullable GithubFailure failure, @Nullable Instant retryAt) {

	}

}
