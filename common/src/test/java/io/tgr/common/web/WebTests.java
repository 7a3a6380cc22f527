package io.tgr.common.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Objects;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;

import static org.assertj.core.api.Assertions.assertThat;

class WebTests {

	private static ConfigurableApplicationContext context;

	private static WebTestClient client;

	@BeforeAll
	static void start() {
		context = new SpringApplicationBuilder(Service.class).web(WebApplicationType.REACTIVE)
			.run("--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=test",
					"--tgr.github.enabled=false", "--spring.config.import=", "--tgr.inbound.trusted-hops=1",
					"--tgr.inbound.requests-per-minute=50");
		client = WebTestClient.bindToServer()
			.baseUrl("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"))
			.build();
	}

	@AfterAll
	static void stop() {
		context.close();
	}

	@ParameterizedTest
	@CsvSource({ "/nowhere, 404, not-found", "/number?n=x, 400, bad-request", "/number, 400, bad-request",
			"/functional/bug, 500, internal-error", "/bug, 500, internal-error", "/own, 409, already-running",
			"/github/NOT_FOUND, 404, not-found", "/github/BLOCKED, 451, blocked",
			"/github/QUOTA_EXHAUSTED, 503, quota-exhausted", "/github/SECONDARY_LIMIT, 503, secondary-limit",
			"/github/UNAVAILABLE, 503, unavailable", "/github/TIMEOUT, 503, timeout",
			"/github/UNREACHABLE, 503, unreachable", "/github/UNREADABLE, 503, unreadable",
			"/github/BAD_CREDENTIALS, 503, bad-credentials", "/github/FORBIDDEN, 502, forbidden",
			"/github/INVALID_REQUEST, 502, invalid-request", "/github/RESULT_LIMIT, 502, result-limit",
			"/neighbour, 503, neighbour-unavailable" })
	void everyErrorIsAProblem(String path, int status, String slug) {
		EntityExchangeResult<ProblemDetail> result = problem(get(path).exchange(), status);
		ProblemDetail problem = Objects.requireNonNull(result.getResponseBody());
		assertThat(problem.getType()).hasToString("urn:tgr:problem:" + slug);
		assertThat(problem.getTitle()).isEqualToIgnoringCase(slug.replace('-', ' '));
		assertThat(problem.getDetail()).isNotBlank().doesNotContain("secret", "Exception");
		assertThat(problem.getInstance()).hasPath(path.replaceAll("\\?.*", ""));
		assertThat(result.getResponseHeaders().containsHeader(HttpHeaders.RETRY_AFTER)).isEqualTo(status == 503);
		assertThat(result.getResponseHeaders().getCacheControl()).isEqualTo("no-store");
	}

	@Test
	void aQuotaSaysWhenItIsFullAgain() {
		get("/github/QUOTA_EXHAUSTED").exchange().expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "120");
	}

	@Test
	void methodsAndTypesThatAreNotThereAreProblems() {
		problem(client.post().uri("/number").exchange().expectHeader().valueEquals("Allow", "GET,HEAD"), 405);
		problem(get("/number?n=1").accept(MediaType.IMAGE_PNG).exchange(), 406);
		problem(client.post().uri("/body").contentType(MediaType.TEXT_PLAIN).bodyValue("x").exchange(), 415);
		problem(client.post().uri("/body").contentType(MediaType.APPLICATION_JSON).bodyValue("{").exchange(), 400);
	}

	@Test
	void pagesFromElsewhereMayReadWhatOurHeadersSay() {
		HttpHeaders headers = get("/number?n=1").header(HttpHeaders.ORIGIN, "https://elsewhere.example")
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		assertThat(headers.getAccessControlExposeHeaders()).containsExactlyInAnyOrder("Age", "ETag", "Link",
				"Retry-After", "X-Request-Id", "X-Tgr-Ignored", "X-Tgr-Missing", "X-Tgr-Stale", "X-Tgr-Withheld");
	}

	@Test
	void aBodyThatIsTooLargeIsToldTheLimit() {
		ProblemDetail problem = problem(client.post()
			.uri("/body")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("{\"a\":\"" + "x".repeat(300_000) + "\"}")
			.exchange(), 413).getResponseBody();
		assertThat(Objects.requireNonNull(problem).getDetail()).isEqualTo("A body may have 262144 bytes.");
	}

	@Test
	void anInvalidParameterSaysWhatIsAllowed() {
		get("/language?language=jva").exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:invalid-parameter")
			.jsonPath("$.parameter")
			.isEqualTo("language")
			.jsonPath("$.value")
			.isEqualTo("jva")
			.jsonPath("$.allowed")
			.isEqualTo("a language")
			.jsonPath("$.nearest[0]")
			.isEqualTo("Java");
	}

	@Test
	void anUnknownParameterIsToldTheKnownOnes() {
		get("/language?langage=java").exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.parameter")
			.isEqualTo("langage")
			.jsonPath("$.allowed")
			.isEqualTo("language, limit")
			.jsonPath("$.detail")
			.isEqualTo("Unknown parameter 'langage'; known: language, limit")
			.jsonPath("$.nearest")
			.isEqualTo("language");
	}

	@Test
	void headHasNoBodyAndBadParametersNameThemselves() {
		client.method(HttpMethod.HEAD).uri("/nowhere").exchange().expectStatus().isNotFound().expectBody().isEmpty();
		get("/number?n=x").exchange().expectBody().jsonPath("$.parameter").isEqualTo("n");
	}

	@Test
	void theIdOfARequestGoesThroughEverything() {
		String body = get("/ids").header(RequestIds.HEADER, "abc-1")
			.exchange()
			.expectHeader()
			.valueEquals(RequestIds.HEADER, "abc-1")
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(body).isEqualTo("abc-1 abc-1");
	}

	@Test
	void anIdThatIsNotSaneIsReplaced() {
		get("/ids").header(RequestIds.HEADER, "a b\"; drop")
			.exchange()
			.expectHeader()
			.valueMatches(RequestIds.HEADER, "[0-9a-f]{32}");
		problem(get("/bug").exchange().expectHeader().exists(RequestIds.HEADER), 500);
	}

	@Test
	void aClientMayAskForItsShareOnly() {
		for (int i = 0; i < 50; i++) {
			get("/number?n=1", "198.51.100.1").exchange().expectStatus().isOk();
		}
		EntityExchangeResult<ProblemDetail> refused = problem(get("/number?n=1", "198.51.100.1").exchange(), 429);
		assertThat(Objects.requireNonNull(refused.getResponseBody()).getType())
			.hasToString("urn:tgr:problem:too-many-requests");
		assertThat(refused.getResponseHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
		get("/number?n=1", "198.51.100.1, 198.51.100.2").exchange().expectStatus().isOk();
		problem(get("/number?n=1", "198.51.100.9, 198.51.100.1").exchange(), 429);
	}

	@Test
	void neighboursHaveNoLimitBehindAProxy() {
		for (int i = 0; i < 60; i++) {
			client.get().uri("/number?n=1").exchange().expectStatus().isOk();
		}
	}

	@Test
	void aPathOfTwoSlashesIsAProblemToo() {
		HttpClient.create()
			.host("127.0.0.1")
			.port(Integer.parseInt(context.getEnvironment().getRequiredProperty("local.server.port")))
			.get()
			.uri("//")
			.responseSingle((response, body) -> body.asString().map((text) -> response.status().code() + " " + text))
			.as(StepVerifier::create)
			.assertNext((answer) -> assertThat(answer).startsWith("404 ").contains("urn:tgr:problem:not-found"))
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void anybodyMayRead() {
		get("/number?n=1").header("Origin", "https://elsewhere.example")
			.exchange()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Origin", "*");
		client.options()
			.uri("/body")
			.header("Origin", "https://elsewhere.example")
			.header("Access-Control-Request-Method", "POST")
			.header("Access-Control-Request-Headers", "content-type")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Access-Control-Allow-Methods", "GET,HEAD,POST")
			.expectHeader()
			.valueEquals("Access-Control-Allow-Headers", "content-type");
	}

	@Test
	void aFailedPartIsAProblemToo() {
		Instant now = Instant.parse("2026-11-22T12:00:00Z");
		Problem problem = Problem.of(new GithubException(GithubFailure.QUOTA_EXHAUSTED, now.plusMillis(1500)), now);
		assertThat(problem).isEqualTo(new Problem("urn:tgr:problem:quota-exhausted", "Quota exhausted", 503,
				"The quota at GitHub is used up.", 2L));
		assertThat(Problem.of(new IllegalStateException("secret")).detail()).doesNotContain("secret");
		assertThat(Problem.of(new GithubException(GithubFailure.NOT_FOUND, null)).retryAfterSeconds()).isNull();
	}

	private static int clients;

	private static WebTestClient.RequestHeadersSpec<?> get(String uri) {
		return get(uri, "192.0.2." + clients++);
	}

	private static WebTestClient.RequestHeadersSpec<?> get(String uri, String forwarded) {
		return client.get().uri(uri).header("X-Forwarded-For", forwarded);
	}

	private static EntityExchangeResult<ProblemDetail> problem(WebTestClient.ResponseSpec response, int status) {
		return response.expectStatus()
			.isEqualTo(status)
			.expectHeader()
			.contentType(MediaType.APPLICATION_PROBLEM_JSON)
			.expectBody(ProblemDetail.class)
			.returnResult();
	}

	@SpringBootConfiguration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(Endpoints.class)
	static class Service {

		@Bean
		Clock clock() {
			return Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);
		}

		@Bean
		RouterFunction<ServerResponse> functional() {
			return RouterFunctions.route()
				.GET("/functional/bug", (request) -> Mono.error(new IllegalStateException("secret")))
				.build();
		}

	}

}
