package io.tgr.details;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

@WithGithubSandbox
@TestPropertySource(properties = "tgr.github.token=sandbox-token")
class RepoDetailsIntegrationTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(20);

	private static final String BOOT = "/repos/spring-projects/spring-boot";

	@Autowired
	private WebTestClient client;

	@Autowired
	private GithubSandbox github;

	@Autowired
	private SandboxNames names;

	@Autowired
	private MovableClock clock;

	@LocalServerPort
	private int port;

	@BeforeEach
	void endAllTrouble() {
		this.github.faults();
		this.github.forgetCalls();
	}

	@Test
	void tellsEverythingAboutARepository() {
		JsonNode details = get("/repos/spring-projects/spring-framework");
		assertThat(details.get("fullName").stringValue()).isEqualTo("spring-projects/spring-framework");
		assertThat(details.get("requestedName").stringValue()).isEqualTo("spring-projects/spring-framework");
		assertThat(details.get("renamedFrom").isNull()).isTrue();
		assertThat(details.get("url").stringValue()).endsWith("/spring-projects/spring-framework");
		assertThat(details.get("complete").booleanValue()).isTrue();
		assertThat(details.get("problem").isNull()).isTrue();
		assertThat(details.at("/facts/value/language").stringValue()).isEqualTo("Java");
		assertThat(details.at("/facts/value/stars").longValue()).isEqualTo(60205);
		assertThat(details.at("/facts/asOf").stringValue()).isEqualTo(this.clock.instant().toString());
		assertThat(details.at("/languages/value/0/percent").doubleValue()).isPositive();
		assertThat(details.at("/contributors/value").size()).isEqualTo(10);
		assertThat(details.at("/release/problem").isNull()).isTrue();
		assertThat(details.at("/community/value/healthPercentage").intValue()).isBetween(0, 100);
		assertThat(details.at("/stars/value/total").longValue()).isEqualTo(60205);
		assertThat(details.at("/stars/value/days").size()).isEqualTo(30);
		assertThat(details.at("/stars/value/from").stringValue()).isEqualTo(yesterday().minusDays(29).toString());
	}

	@Test
	void asksGithubOnceForWhatGraphqlTellsAndForEachOtherPart() {
		get("/repos/" + this.names.next());
		assertThat(this.github.calls().byPath().graphql()).isEqualTo(1);
		assertThat(this.github.calls().byPath().core()).isEqualTo(3);
	}

	@Test
	void asksGithubNothingForWhatIsFresh() {
		String path = "/repos/" + this.names.next();
		JsonNode first = get(path);
		this.github.forgetCalls();
		assertThat(get(path)).isEqualTo(first);
		assertThat(this.github.calls().total()).isZero();
	}

	@Test
	void answersOnlyTheSelectedParts() {
		JsonNode details = get("/repos/" + this.names.next() + "?parts=languages,release");
		assertThat(details.get("languages").isNull()).isFalse();
		assertThat(details.get("release").isNull()).isFalse();
		for (String part : List.of("facts", "contributors", "community", "stars")) {
			assertThat(details.get(part).isNull()).as(part).isTrue();
		}
		assertThat(this.github.calls().byPath().core()).isZero();
	}

	@Test
	void followsARenamedRepository() {
		JsonNode details = get("/repos/comfyanonymous/ComfyUI");
		assertThat(details.get("fullName").stringValue()).isEqualTo("Comfy-Org/ComfyUI");
		assertThat(details.get("requestedName").stringValue()).isEqualTo("comfyanonymous/ComfyUI");
		assertThat(details.get("renamedFrom").stringValue()).isEqualTo("comfyanonymous/ComfyUI");
		assertThat(details.get("complete").booleanValue()).isTrue();
		assertThat(details.at("/stars/value/days")).isEqualTo(get("/repos/Comfy-Org/ComfyUI").at("/stars/value/days"));
	}

	@Test
	void isNotRenamedByAnotherSpelling() {
		JsonNode details = get("/repos/Spring-Projects/SPRING-BOOT?parts=facts");
		assertThat(details.get("fullName").stringValue()).isEqualTo("spring-projects/spring-boot");
		assertThat(details.get("requestedName").stringValue()).isEqualTo("Spring-Projects/SPRING-BOOT");
		assertThat(details.get("renamedFrom").isNull()).isTrue();
	}

	@Test
	void countsTheStarsThatGithubCounts() {
		JsonNode stars = get(BOOT + "/stars?days=90");
		assertThat(stars.get("from").stringValue()).isEqualTo(yesterday().minusDays(89).toString());
		assertThat(stars.get("to").stringValue()).isEqualTo(yesterday().toString());
		assertThat(stars.get("items").size()).isEqualTo(90);
		int sum = StreamSupport.stream(stars.get("items").spliterator(), false)
			.mapToInt((day) -> day.get("stars").intValue())
			.sum();
		assertThat(sum).isPositive().isEqualTo(stars.get("gained").intValue());
		JsonNode last = stars.get("items").get(89);
		assertThat(last.get("date").stringValue()).isEqualTo(yesterday().toString());
		assertThat(last.get("cumulative").longValue())
			.isEqualTo(stars.get("total").longValue() - stars.get("today").longValue());
		assertThat(last.get("stars").intValue()).isEqualTo(history(BOOT, yesterday()));
		assertThat(stars.get("items").get(0).get("stars").intValue())
			.isEqualTo(history(BOOT, yesterday().minusDays(89)));
	}

	@Test
	void readsAYearOfStarsByTwoPages() {
		JsonNode stars = get("/repos/" + this.names.next() + "/stars?days=365");
		assertThat(stars.get("items").size()).isEqualTo(365);
		assertThat(this.github.calls().byPath().core()).isLessThanOrEqualTo(2);
	}

	@Test
	void drawsTheStars() {
		this.client.get()
			.uri(BOOT + "/stars.svg?days=30")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith("image/svg+xml")
			.expectHeader()
			.exists(HttpHeaders.ETAG)
			.expectBody(String.class)
			.value((svg) -> assertThat(svg).startsWith("<svg").contains("spring-projects/spring-boot: stars per day"));
	}

	@Test
	void handsOnGithubsOwnJsonUnchanged() {
		String name = this.names.next();
		byte[] own = WebClient.create(this.github.url().toString())
			.get()
			.uri("/repos/" + name)
			.header("Authorization", "Bearer sandbox-token")
			.header("X-GitHub-Api-Version", "2026-03-10")
			.retrieve()
			.bodyToMono(byte[].class)
			.block(TIMEOUT);
		for (String accept : List.of("application/vnd.github+json", "application/vnd.github.v3+json")) {
			EntityExchangeResult<byte[]> raw = this.client.get()
				.uri("/repos/" + name)
				.header(HttpHeaders.ACCEPT, accept)
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.contentTypeCompatibleWith("application/vnd.github+json")
				.expectBody()
				.returnResult();
			assertThat(raw.getResponseBody()).isEqualTo(own);
		}
	}

	@Test
	void makesOneUpstreamRunOfEqualColdQuestions() {
		String path = "/repos/" + this.names.next();
		this.github.latency(Duration.ofSeconds(2));
		try {
			WebClient caller = WebClient.create("http://127.0.0.1:" + this.port);
			List<Integer> statuses = Flux.range(0, 64)
				.flatMap((asker) -> caller.get()
					.uri(path)
					.exchangeToMono((response) -> response.releaseBody().thenReturn(response.statusCode().value())), 64)
				.collectList()
				.block(TIMEOUT);
			assertThat(statuses).hasSize(64).containsOnly(200);
			assertThat(this.github.calls().total()).isEqualTo(4);
		}
		finally {
			this.github.latency(Duration.ZERO);
		}
	}

	@Test
	void tellsWhatIsLeftOfItsBudget() {
		JsonNode quota = get("/quota");
		assertThat(quota.get("credentials").stringValue()).isEqualTo("token");
		assertThat(quota.get("buckets").size()).isEqualTo(2);
		assertThat(quota.at("/buckets/0/bucket").stringValue()).isEqualTo("core");
		assertThat(quota.at("/buckets/0/limit").intValue()).isEqualTo(5000);
		assertThat(quota.at("/buckets/1/bucket").stringValue()).isEqualTo("graphql");
	}

	@ParameterizedTest
	@ValueSource(strings = { "liveness", "readiness" })
	void isHealthy(String group) {
		this.client.get().uri("/actuator/health/" + group).exchange().expectStatus().isOk();
	}

	@Test
	void tellsItsMetrics() {
		get(BOOT);
		String metrics = this.client.get()
			.uri("/actuator/prometheus")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(metrics).contains("http_server_requests_seconds_count{", "uri=\"/repos/{owner}/{name}\"",
				"tgr_github_requests_total{", "tgr_github_budget_remaining{", "cache_gets_total{cache=\"details\",",
				"tgr_details_upstream_active{", "resilience4j_circuitbreaker_state{");
	}

	private LocalDate yesterday() {
		return StarWindow.day(this.clock.instant()).minusDays(1);
	}

	private int history(String path, LocalDate day) {
		JsonNode weeks = WebClient.create(this.github.url().toString())
			.get()
			.uri(path + "/stargazers/history?per_page=30")
			.header("Authorization", "Bearer sandbox-token")
			.retrieve()
			.bodyToMono(JsonNode.class)
			.block(TIMEOUT);
		long sunday = day.minusDays(day.getDayOfWeek().getValue() % 7).toEpochDay() * 86400;
		JsonNode week = StreamSupport.stream(Objects.requireNonNull(weeks).spliterator(), false)
			.filter((candidate) -> candidate.get("week").longValue() == sunday)
			.findFirst()
			.orElseThrow();
		return week.get("days").get(day.getDayOfWeek().getValue() % 7).intValue();
	}

	private JsonNode get(String path) {
		return Body
			.json(this.client.get().uri(path).accept(MediaType.APPLICATION_JSON).exchange().expectStatus().isOk());
	}

}
