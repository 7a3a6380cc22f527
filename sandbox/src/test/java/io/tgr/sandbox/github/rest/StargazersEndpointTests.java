package io.tgr.sandbox.github.rest;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

class StargazersEndpointTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

	private static GithubSandbox sandbox;

	private static WebTestClient client;

	@BeforeAll
	static void start() {
		sandbox = GithubSandbox.builder().buckets(false).today(TODAY).start();
		client = WebTestClient.bindToServer().baseUrl(sandbox.url().toString()).build();
	}

	@BeforeEach
	void returnToToday() {
		sandbox.today(TODAY);
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void theListIsClosed() {
		client.get()
			.uri("/repos/rust-lang/rust/stargazers")
			.exchange()
			.expectStatus()
			.isUnauthorized()
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("Requires authentication");
		client.get()
			.uri("/repos/rust-lang/rust/stargazers")
			.header("Authorization", "Bearer sandbox-token")
			.exchange()
			.expectStatus()
			.isNotFound();
	}

	@Test
	void theHistoryRunsBackToTheCreationAndAddsUpToTheCount() {
		int count = json("/repos/rust-lang/rust/stargazers/count").path("count").asInt();
		int sum = 0;
		long expected = TODAY.with(DayOfWeek.SUNDAY).minusWeeks(1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();
		for (int page = 1; page <= 100; page++) {
			JsonNode weeks = json("/repos/rust-lang/rust/stargazers/history?per_page=100&page=" + page);
			for (JsonNode week : weeks) {
				assertThat(week.path("week").asLong()).isEqualTo(expected);
				assertThat(week.path("days")).hasSize(7);
				assertThat(week.path("days").valueStream().mapToInt(JsonNode::asInt).sum())
					.isEqualTo(week.path("total").asInt());
				sum += week.path("total").asInt();
				expected -= 7 * 86_400;
			}
			assertThat(weeks.size()).isLessThanOrEqualTo(30);
			if (weeks.isEmpty()) {
				break;
			}
		}
		assertThat(sum).isEqualTo(count).isEqualTo(json("/repos/rust-lang/rust").path("stargazers_count").asInt());
	}

	@Test
	void theCurrentWeekIsThereAndItsDaysToComeAreEmpty() {
		JsonNode week = json("/repos/rust-lang/rust/stargazers/history?per_page=1").path(0);
		assertThat(
				week.path("days").get(4).asInt() + week.path("days").get(5).asInt() + week.path("days").get(6).asInt())
			.isZero();
		assertThat(week.path("days").get(2).asInt()).isPositive();
	}

	@Test
	void nobodyGetsPastPageOneHundred() {
		assertThat(json("/repos/rust-lang/rust/stargazers/history?page=100")).isEmpty();
		client.get()
			.uri("/repos/rust-lang/rust/stargazers/history?page=101")
			.exchange()
			.expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.message")
			.isEqualTo("In order to keep the API fast for everyone, pagination is limited for this resource.");
	}

	@Test
	void movingTheDayBackShowsThePast() {
		int present = json("/repos/rust-lang/rust").path("stargazers_count").asInt();
		sandbox.today(TODAY.minusDays(30));
		int past = json("/repos/rust-lang/rust").path("stargazers_count").asInt();
		assertThat(past).isLessThan(present).isPositive();
		assertThat(json("/repos/rust-lang/rust/stargazers/count").path("count").asInt()).isEqualTo(past);
	}

	private static JsonNode json(String path) {
		byte[] body = client.get()
			.uri(sandbox.url().resolve(path))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(body).isNotNull();
		return JsonMapper.shared().readTree(body);
	}

}
