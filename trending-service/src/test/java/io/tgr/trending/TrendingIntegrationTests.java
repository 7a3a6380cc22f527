package io.tgr.trending;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service, with repo-details and a GitHub that is the sandbox.
 */
class TrendingIntegrationTests {

	private static WholeService service;

	private static ApiClient details;

	private static ApiClient trending;

	private static ApiClient github;

	@BeforeAll
	static void start() {
		service = new WholeService(Clock.systemUTC());
		details = service.details();
		trending = service.trending();
		github = service.github();
	}

	@AfterAll
	static void stop() {
		service.close();
	}

	@Test
	void ranksRealRepositoriesByTheStarsTheyReallyGained() {
		JsonNode answer = trending.get("/trending?language=java&window=weekly&sort=gained");
		assertThat(answer.get("source").asString()).isEqualTo("sandbox");
		assertThat(answer.get("items")).hasSize(25);
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("coverage").get("candidates").asInt()).isGreaterThan(100);
		assertThat(answer.get("coverage").get("missing")).isNotEmpty();
		assertThat(answer.get("to").asString())
			.isEqualTo(LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).minusDays(1).toString());
		List<Long> gained = new ArrayList<>();
		answer.get("items").forEach((row) -> gained.add(row.get("gained").asLong()));
		assertThat(gained).isSortedAccordingTo(Comparator.reverseOrder());
		for (int i = 0; i < 25; i += 6) {
			JsonNode row = answer.get("items").get(i);
			assertThat(row.get("language").asString()).isEqualTo("Java");
			assertThat(row.get("gained").asLong()).as(row.get("fullName").asString())
				.isEqualTo(gained(row.get("fullName").asString(), LocalDate.parse(answer.get("from").asString()),
						LocalDate.parse(answer.get("to").asString())));
			assertThat(row.get("explain").get("terms")).isNotEmpty();
		}
	}

	@ParameterizedTest
	@CsvSource({ "C%2B%2B,C++", "c%23,C#", "jupyter-notebook,Jupyter Notebook", "haskell,Haskell" })
	void looksAtALanguageNobodyAskedFor(String form, String name) {
		JsonNode answer = trending.get("/trending?limit=10&language=" + form);
		assertThat(answer.get("language").get(0).asString()).isEqualTo(name);
		assertThat(answer.get("items")).hasSize(10)
			.allSatisfy((row) -> assertThat(row.get("language").asString()).isEqualTo(name));
	}

	@Test
	void ranksAllLanguagesAndFindsARepositoryAgain() {
		JsonNode answer = trending.get("/trending?limit=100&window=monthly");
		assertThat(answer.get("items").size()).isGreaterThan(25);
		String first = answer.get("items").get(0).get("fullName").asString();
		JsonNode standing = trending.get("/trending/" + first);
		assertThat(standing.at("/items/2/window").asString()).isEqualTo("monthly");
		assertThat(standing.at("/items/2/overall/rank").asInt()).isEqualTo(1);
	}

	@Test
	void enrichesRowsThroughRepoDetails() {
		JsonNode answer = trending.get("/trending?language=kotlin&limit=3&details=true");
		assertThat(answer.get("items")).hasSize(3).allSatisfy((row) -> {
			assertThat(row.at("/details/fullName")).isEqualTo(row.get("fullName"));
			assertThat(row.at("/details/facts/value/stars").asLong()).isPositive();
			assertThat(row.at("/details/languages/value")).isNotEmpty();
		});
	}

	@Test
	void handsOnGithubsOwnJson() {
		String body = new String(trending.exchange("/?n=3&l=C%2B%2B", "identity").getResponseBody(),
				StandardCharsets.UTF_8);
		assertThat(body).startsWith("{\"repos\":[{").endsWith("}],\"status\":\"ok\"}");
		JsonNode first = new JsonMapper().readTree(body).get("repos").get(0);
		assertThat(first.get("language").asString()).isEqualTo("C++");
		assertThat(first.has("subscribers_count")).isTrue();
		byte[] own = details.request(HttpMethod.GET, "/repos/" + first.get("full_name").asString())
			.header(HttpHeaders.ACCEPT, "application/vnd.github+json")
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(body).startsWith("{\"repos\":[" + new String(own, StandardCharsets.UTF_8));
	}

	@Test
	void tellsWhatIsLeftOfEachBudget() {
		JsonNode quota = trending.get("/quota");
		assertThat(quota.get("credentials").asString()).isEqualTo("token");
		List<String> buckets = new ArrayList<>();
		quota.get("buckets").forEach((bucket) -> buckets.add(bucket.get("bucket").asString()));
		assertThat(buckets).containsExactly("search", "core", "graphql");
		assertThat(quota.at("/buckets/0/limit").asInt()).isEqualTo(30);
	}

	@Test
	void isReadyWhateverItsNeighboursDo() {
		assertThat(trending.get("/actuator/health/readiness").get("status").asString()).isEqualTo("UP");
		assertThat(trending.get("/actuator/health/liveness").get("status").asString()).isEqualTo("UP");
		for (int i = 0; i < 3; i++) {
			trending.get("/trending?language=go");
		}
		String metrics = trending.request(HttpMethod.GET, "/actuator/prometheus")
			.exchange()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(metrics).contains("tgr_trending_answers_total{")
			.contains("tgr_ranking_age_seconds{")
			.contains("cache_puts_total{")
			.containsPattern("http_server_requests_seconds_count\\{.*uri=\"/trending\"");
	}

	@Test
	void carriesTheTraceToTheLogsOfBothServices() {
		String trace = "0af7651916cd43dd8448eb211c80319c";
		Logger logger = (Logger) LoggerFactory.getLogger("org.springframework.web.reactive");
		ListAppender<ILoggingEvent> lines = new ListAppender<>();
		lines.list = new CopyOnWriteArrayList<>();
		lines.start();
		logger.addAppender(lines);
		logger.setLevel(Level.DEBUG);
		try {
			trending.request(HttpMethod.GET, "/trending?language=kotlin&limit=2&details=true")
				.header("traceparent", "00-" + trace + "-b7ad6b7169203331-01")
				.header("X-Request-Id", "traced")
				.exchange()
				.expectStatus()
				.isOk();
		}
		finally {
			logger.setLevel(null);
			logger.detachAppender(lines);
		}
		assertThat(lines.list).filteredOn((line) -> "traced".equals(line.getMDCPropertyMap().get("requestId")))
			.allSatisfy((line) -> assertThat(line.getMDCPropertyMap()).containsEntry("traceId", trace))
			.extracting(ILoggingEvent::getFormattedMessage)
			.anyMatch((message) -> message.contains("io.tgr.trending"))
			.anyMatch((message) -> message.contains("io.tgr.details"));
	}

	private static long gained(String fullName, LocalDate from, LocalDate to) {
		long sum = 0;
		for (JsonNode week : github.get("/repos/" + fullName + "/stargazers/history")) {
			LocalDate sunday = LocalDate.ofInstant(Instant.ofEpochSecond(week.get("week").asLong()), ZoneOffset.UTC);
			for (int day = 0; day < week.get("days").size(); day++) {
				LocalDate date = sunday.plusDays(day);
				sum += (date.isBefore(from) || date.isAfter(to)) ? 0 : week.get("days").get(day).asLong();
			}
		}
		return sum;
	}

}
