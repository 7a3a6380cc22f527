package io.tgr.trending;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is true: figures as the sandbox itself tells them, without any fault.
 */
final class SandboxFigures {

	private final Map<String, JsonNode> answers = new HashMap<>();

	private final GithubSandbox sandbox;

	private final WebTestClient client;

	SandboxFigures(GithubSandbox sandbox) {
		this.sandbox = sandbox;
		this.client = WebTestClient.bindToServer()
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer sandbox-token")
			.defaultHeader("X-GitHub-Api-Version", "2026-03-10")
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(8_000_000))
			.build();
	}

	JsonNode repository(String fullName) {
		return get("/repos/" + fullName);
	}

	List<String> mostStarred(String language, int count) {
		List<String> names = new ArrayList<>();
		get("/search/repositories?sort=stars&order=desc&per_page=%d&q=language:%%22%s%%22".formatted(count, language))
			.get("items")
			.forEach((item) -> names.add(item.get("full_name").asString()));
		return names;
	}

	/**
	 * Holds a row against the truth.
	 * @param row a row of a ranking
	 * @param answer the ranking
	 */
	void assertTrue(JsonNode row, JsonNode answer) {
		String name = row.get("fullName").asString();
		JsonNode repository = repository(name);
		assertThat(row.get("stars").asLong()).as(name).isEqualTo(repository.get("stargazers_count").asLong());
		assertThat(row.get("forks").asLong()).as(name).isEqualTo(repository.get("forks_count").asLong());
		assertThat(row.get("language")).as(name).isEqualTo(repository.get("language"));
		LocalDate from = LocalDate.parse(answer.get("from").asString());
		LocalDate to = LocalDate.parse(answer.get("to").asString());
		Map<LocalDate, Long> days = days(name);
		long gained = 0;
		for (JsonNode day : row.get("history")) {
			LocalDate date = LocalDate.parse(day.get("date").asString());
			assertThat(date).as(name).isBetween(from, to);
			assertThat(day.get("stars").asLong()).as(name + date).isEqualTo(days.getOrDefault(date, 0L));
			gained += day.get("stars").asLong();
		}
		assertThat(row.get("gained").asLong()).as(name).isEqualTo(gained);
		assertThat(row.get("history")).as(name).hasSize((int) from.datesUntil(to.plusDays(1)).count());
	}

	private Map<LocalDate, Long> days(String fullName) {
		Map<LocalDate, Long> days = new HashMap<>();
		for (JsonNode week : get("/repos/" + fullName + "/stargazers/history")) {
			LocalDate sunday = LocalDate.ofInstant(Instant.ofEpochSecond(week.get("week").asLong()), ZoneOffset.UTC);
			for (int day = 0; day < week.get("days").size(); day++) {
				days.put(sunday.plusDays(day), week.get("days").get(day).asLong());
			}
		}
		return days;
	}

	private JsonNode get(String path) {
		return this.answers.computeIfAbsent(path, (absent) -> {
			this.sandbox.refill();
			return this.client.get()
				.uri(URI.create(this.sandbox.url() + path))
				.exchange()
				.expectStatus()
				.isOk()
				.expectBody(JsonNode.class)
				.returnResult()
				.getResponseBody();
		});
	}

}
