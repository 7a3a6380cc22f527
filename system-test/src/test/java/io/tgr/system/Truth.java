package io.tgr.system;

import java.util.HashMap;
import java.util.Map;

import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The answers of a launcher whose GitHub is well, and of that GitHub itself.
 */
final class Truth {

	private final Map<String, JsonNode> answers = new HashMap<>();

	private final WebTestClient healthy;

	private final WebTestClient github;

	Truth(WebTestClient healthy, WebTestClient github) {
		this.healthy = healthy;
		this.github = github;
	}

	JsonNode of(String question) {
		JsonNode known = this.answers.get(question);
		if (known == null) {
			known = Json.get(this.healthy, question);
			this.answers.put(question, known);
		}
		return known;
	}

	JsonNode mostStarred(String language, int count) {
		return this.answers.computeIfAbsent("%d most starred %s".formatted(count, language), (key) -> {
			this.github.post().uri("/_sandbox/limits/reset").exchange().expectStatus().is2xxSuccessful();
			return Json.get(this.github, "/search/repositories?q={query}&sort=stars&order=desc&per_page={count}",
					"language:" + language, count);
		}).get("items");
	}

	/**
	 * Holds a row of a ranking against the stars of its repository.
	 * @param row the row
	 */
	void assertRow(JsonNode row) {
		String name = row.get("fullName").asString();
		JsonNode repository = of("/repos/" + name);
		assertThat(row.get("stars")).as(name).isEqualTo(repository.at("/facts/value/stars"));
		assertThat(row.get("forks")).as(name).isEqualTo(repository.at("/facts/value/forks"));
		JsonNode days = repository.at("/stars/value/days");
		JsonNode history = row.get("history");
		int gained = 0;
		for (int day = 0; day < history.size(); day++) {
			JsonNode stars = history.get(day).get("stars");
			assertThat(stars).as(name).isEqualTo(days.get(days.size() - history.size() + day));
			gained += stars.asInt();
		}
		assertThat(row.get("gained").asInt()).as(name).isEqualTo(gained);
	}

	/**
	 * Holds a part of a repository against the truth; what is not there has to say why.
	 * @param question the address of the repository
	 * @param name the name of the part
	 * @param part the part
	 * @return whether it is there
	 */
	boolean assertPart(String question, String name, JsonNode part) {
		if (part.get("problem").isObject()) {
			assertThat(part.at("/problem/type").asString()).startsWith("urn:tgr:problem:");
		}
		if (part.get("problem").isNull() || !part.get("value").isNull()) {
			assertThat(part.get("value")).as(question + " " + name).isEqualTo(of(question).get(name).get("value"));
			return true;
		}
		return false;
	}

	/**
	 * Holds GitHub's own JSON of a repository against the truth.
	 * @param repository the JSON
	 */
	void assertRepository(JsonNode repository) {
		String name = repository.get("full_name").asString();
		JsonNode facts = of("/repos/" + name).at("/facts/value");
		assertThat(repository.get("id")).as(name).isEqualTo(facts.get("id"));
		assertThat(repository.get("stargazers_count")).as(name).isEqualTo(facts.get("stars"));
		assertThat(repository.get("forks_count")).as(name).isEqualTo(facts.get("forks"));
	}

}
