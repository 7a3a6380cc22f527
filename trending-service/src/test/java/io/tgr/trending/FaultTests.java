package io.tgr.trending;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.github.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whatever GitHub does to the whole service: every answer is in time, nothing in it is
 * wrong, and it says what is missing.
 */
@ParameterizedClass
@ValueSource(doubles = { 1, 0.3 })
@SuppressWarnings("NullAway.Init")
class FaultTests {

	private static final Duration IN_TIME = Duration.ofSeconds(10);

	private static final List<String> LANGUAGES = List.of("ActionScript", "C", "C%23", "C%2B%2B", "Clojure",
			"CoffeeScript", "CSS", "Dart", "DM", "Elixir", "Erlang", "Go", "Groovy", "Haskell", "HCL", "HTML",
			"JavaScript", "Julia", "Jupyter%20Notebook", "Kotlin", "Lua", "Makefile", "Markdown", "MATLAB",
			"Objective-C", "OCaml", "Perl", "PHP", "PowerShell", "Python", "R", "Ruby", "Rust", "Scala", "Shell",
			"Svelte", "Swift", "TeX", "TypeScript", "Vue", "Zig");

	private static final JsonMapper JSON = new JsonMapper();

	private static WholeService service;

	private static SandboxFigures figures;

	private static JsonNode healthy;

	private static JsonNode healthyRepository;

	private static Deque<String> fresh;

	private static volatile Duration ahead;

	private final double rate;

	FaultTests(double rate) {
		this.rate = rate;
	}

	@BeforeParameterizedClassInvocation
	static void start() {
		ahead = Duration.between(Instant.now(), Instant.parse("2026-11-22T04:00:00Z"));
		InstantSource now = () -> Instant.now().plus(ahead);
		Clock clock = now.withZone(ZoneOffset.UTC);
		List<String> settings = new ArrayList<>(List.of("--tgr.trending.answers.timeout=3s",
				"--tgr.trending.live-runs.timeout=2s", "--tgr.trending.answers.details-timeout=2s",
				"--tgr.details.interactive-timeout=3s", "--tgr.trending.answers.most-starred-age=0s"));
		// Each fault has to get through, whatever came before it.
		for (String neighbour : List.of("github", "github-graphql", "repo-details", "repo-details-background")) {
			settings.add("--tgr.neighbours.%s.window=10000".formatted(neighbour));
			settings.add("--tgr.neighbours.%s.backoff=10ms".formatted(neighbour));
		}
		service = new WholeService(clock, settings.toArray(String[]::new));
		figures = new SandboxFigures(service.sandbox());
		healthy = warm();
		healthyRepository = service.trending().get("/trending/" + name(healthy));
		fresh = new ArrayDeque<>(LANGUAGES);
	}

	// The first question of all may be slow.
	private static JsonNode warm() {
		JsonNode answer = service.trending().get("/trending?language=java&limit=3");
		for (int attempt = 0; attempt < 5 && answer.get("items").isEmpty(); attempt++) {
			ahead = ahead.plusMinutes(2);
			answer = service.trending().get("/trending?language=java&limit=3");
		}
		return answer;
	}

	@AfterParameterizedClassInvocation
	static void stop() {
		service.close();
	}

	static Stream<String> faults() throws IOException {
		try (InputStream errors = new ClassPathResource("io/tgr/sandbox/github/fault/errors.json").getInputStream()) {
			List<String> ids = new ArrayList<>(List.of("truncated", "timeout", "reset"));
			JSON.readTree(errors).get("errors").forEach((error) -> ids.add(error.get("id").asString()));
			return ids.stream();
		}
	}

	// By now all buckets are full again, and no pause is left.
	@BeforeEach
	void later() {
		ahead = ahead.plusMinutes(2);
	}

	@AfterEach
	void heal() {
		service.sandbox().faults();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void neverAWrongFigureAndNothingIsMissingUnsaid(String fault) {
		service.sandbox().faults(FaultRule.of("/**", fault).withRate(this.rate).withRetryAfter(1));
		EntityExchangeResult<byte[]> trending = ask("/trending?window=weekly&limit=5&language=" + fresh.getFirst());
		EntityExchangeResult<byte[]> mostStarred = ask("/?n=2&l=" + fresh.getFirst());
		JsonNode enriched = json(ask("/trending?language=java&limit=3&details=true"), HttpStatus.OK);
		JsonNode repository = json(ask("/trending/" + name(healthy)), HttpStatus.OK);
		JsonNode quota = json(ask("/quota"), HttpStatus.OK);
		JsonNode languages = json(ask("/languages"), HttpStatus.OK);
		heal();
		rowsAreTrue(trending);
		mostStarredAreTrue(mostStarred, fresh.getFirst());
		detailsAreTrue(enriched);
		assertThat(places(repository)).isEqualTo(places(healthyRepository));
		quotaIsTrue(quota);
		assertThat(languages).hasSize(829)
			.anySatisfy((language) -> assertThat(language.get("candidates").asInt()).isPositive());
		if (trending.getStatus().is2xxSuccessful()) {
			fresh.removeFirst();
		}
	}

	private static EntityExchangeResult<byte[]> ask(String question) {
		long start = System.nanoTime();
		EntityExchangeResult<byte[]> result = service.trending()
			.request(HttpMethod.GET, question)
			.exchange()
			.expectBody()
			.returnResult();
		assertThat(Duration.ofNanos(System.nanoTime() - start)).as(question).isLessThan(IN_TIME);
		return result;
	}

	private static JsonNode json(EntityExchangeResult<byte[]> result, HttpStatus status) {
		String body = new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
		assertThat(result.getStatus()).as(body).isEqualTo(status);
		return JSON.readTree(body);
	}

	private static boolean failedHonestly(EntityExchangeResult<byte[]> result) {
		if (result.getStatus().isSameCodeAs(HttpStatus.OK)) {
			return false;
		}
		String body = new String(result.getResponseBodyContent(), StandardCharsets.UTF_8);
		assertThat(result.getStatus()).as(body).isIn(HttpStatus.SERVICE_UNAVAILABLE, HttpStatus.BAD_GATEWAY);
		assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
		if (result.getStatus().isSameCodeAs(HttpStatus.SERVICE_UNAVAILABLE)) {
			assertThat(result.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).matches("[1-9]\\d*");
		}
		return true;
	}

	private static void rowsAreTrue(EntityExchangeResult<byte[]> result) {
		if (failedHonestly(result)) {
			return;
		}
		JsonNode answer = json(result, HttpStatus.OK);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.at("/coverage/missing")).as(answer.toString()).isNotEmpty();
		answer.get("items").forEach((row) -> figures.assertTrue(row, answer));
	}

	private static void mostStarredAreTrue(EntityExchangeResult<byte[]> result, String language) {
		JsonNode answer = JSON.readTree(result.getResponseBody());
		if (failedHonestly(result)) {
			assertThat(answer.toString()).isEqualTo("{\"repos\":[],\"status\":\"ko\"}");
			return;
		}
		List<String> names = new ArrayList<>();
		answer.get("repos").forEach((repository) -> {
			names.add(repository.get("full_name").asString());
			assertThat(repository).isEqualTo(figures.repository(repository.get("full_name").asString()));
		});
		boolean stale = result.getResponseHeaders().containsHeader(MostStarredHandler.STALE);
		if (answer.get("status").asString().equals("ok")) {
			List<String> all = figures.mostStarred(language, 2);
			assertThat(names).as(language).hasSameSizeAs(all);
			assertThat(stale || names.equals(all)).as(language + names).isTrue();
		}
		else {
			assertThat(names).hasSizeLessThan(2);
		}
	}

	private static void detailsAreTrue(JsonNode answer) {
		assertThat(answer.get("items")).hasSize(3);
		for (int i = 0; i < 3; i++) {
			JsonNode row = answer.get("items").get(i);
			assertThat(row.get("fullName")).isEqualTo(healthy.get("items").get(i).get("fullName"));
			figures.assertTrue(row, answer);
			JsonNode facts = row.at("/details/facts");
			if (row.get("details").isNull()) {
				assertThat(answer.at("/coverage/missing").toString()).contains("details-unavailable");
			}
			else if (facts.get("value").isNull()) {
				assertThat(row.at("/details/complete").asBoolean()).isFalse();
				assertThat(facts.at("/problem/type").asString()).startsWith("urn:tgr:problem:");
			}
			else {
				assertThat(facts.at("/value/stars")).isEqualTo(row.get("stars"));
			}
		}
	}

	private static void quotaIsTrue(JsonNode quota) {
		assertThat(quota.get("complete").asBoolean()).isEqualTo(quota.get("missing").isEmpty());
		assertThat(quota.get("buckets")).hasSize((quota.get("complete").asBoolean()) ? 3 : 1).allSatisfy((bucket) -> {
			int limit = (bucket.get("bucket").asString().equals("search")) ? 30 : 5_000;
			assertThat(bucket.get("limit").asInt()).isEqualTo(limit);
			assertThat(bucket.get("remaining").asInt()).isBetween(0, limit);
		});
	}

	// Among all languages it stands elsewhere with each that becomes known.
	private static List<JsonNode> places(JsonNode repository) {
		List<JsonNode> places = new ArrayList<>();
		repository.get("items").forEach((place) -> places.add(((ObjectNode) place.deepCopy()).without("overall")));
		return places;
	}

	private static String name(JsonNode answer) {
		return answer.at("/items/0/fullName").asString();
	}

}
