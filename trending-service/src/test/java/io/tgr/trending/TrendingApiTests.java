package io.tgr.trending;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import org.assertj.core.api.ListAssert;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/**
 * {@code GET /trending} from memory.
 */
@ApiTest
class TrendingApiTests {

	private ApiClient client;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@BeforeEach
	void fill(@LocalServerPort int port) {
		this.client = new ApiClient(port);
		Repositories.sweep(this.pool, this.discovery);
	}

	@Test
	void answersInTheDesignsShape() {
		JsonNode answer = this.client.get("/trending?language=java&window=weekly");
		assertThat(answer.propertyNames()).containsExactly("language", "window", "sort", "from", "to", "replay", "asOf",
				"source", "complete", "stale", "coverage", "formula", "total", "offset", "items");
		assertThat(answer.get("language").toString()).isEqualTo("[\"Java\"]");
		assertThat(answer.get("window").asString()).isEqualTo("weekly");
		assertThat(answer.get("sort").asString()).isEqualTo("score");
		assertThat(answer.get("from").asString()).isEqualTo("2026-11-15");
		assertThat(answer.get("to").asString()).isEqualTo("2026-11-21");
		assertThat(answer.get("asOf").asString()).isEqualTo("2026-11-22T04:00:00Z");
		assertThat(answer.get("source").asString()).isEqualTo("sandbox");
		assertThat(answer.get("complete").asBoolean()).isTrue();
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("coverage").toString()).isEqualTo("{\"candidates\":130,\"measured\":130,\"missing\":[]}");
		assertThat(answer.get("formula").toString()).isEqualTo("{\"name\":\"pace-activity-momentum\",\"version\":2}");
		assertThat(answer.get("total").asInt()).isEqualTo(130);
		assertThat(answer.get("offset").asInt()).isZero();
		assertThat(answer.get("items")).hasSize(25);
	}

	@Test
	void saysOfEachRowWhatTheDesignSays() {
		for (JsonNode row : this.client.get("/trending?language=java&window=weekly&limit=100").get("items")) {
			assertThat(row.propertyNames()).containsExactly("rank", "previousRank", "firstRankedOn", "fullName", "url",
					"description", "language", "topics", "license", "createdAt", "stars", "forks", "gained", "today",
					"growth", "score", "history", "explain");
			assertThat(row.get("topics").isArray()).isTrue();
			assertThat(row.get("today").isInt()).isTrue();
			assertThat(row.get("growth").isDouble()).isTrue();
			assertThat(row.get("explain").get("suspicions").isArray()).isTrue();
			List<LocalDate> dates = new ArrayList<>();
			long sum = 0;
			for (JsonNode day : row.get("history")) {
				dates.add(LocalDate.parse(day.get("date").asString()));
				sum += day.get("stars").asLong();
			}
			assertThat(dates).hasSize(7).isSorted().startsWith(LocalDate.parse("2026-11-15"));
			assertThat(row.get("gained").asLong()).isEqualTo(sum);
			double score = 0;
			for (JsonNode term : row.get("explain").get("terms")) {
				score += term.get("value").asDouble() * term.get("weight").asDouble();
			}
			assertThat(row.get("score").asDouble()).isCloseTo(score, within(0.0051));
		}
	}

	@ParameterizedTest
	@CsvSource({ "C++,C++", "c%2B%2B,C++", "cpp,C++", "C%2B%2B,C++", "c%252B%252B,C++", "C%23,C#", "c%23,C#",
			"csharp,C#", "Jupyter%20Notebook,Jupyter Notebook", "Jupyter+Notebook,Jupyter Notebook",
			"jupyter-notebook,Jupyter Notebook" })
	void takesALanguageInEveryForm(String form, String name) {
		JsonNode answer = this.client.get("/trending?language=" + form);
		assertThat(answer.get("language").get(0).asString()).isEqualTo(name);
		assertThat(answer.get("total").asInt()).isEqualTo(30);
		answer.get("items").forEach((row) -> assertThat(row.get("language").asString()).isEqualTo(name));
	}

	@Test
	void ranksAllLanguagesWithoutOne() {
		JsonNode answer = this.client.get("/trending");
		assertThat(answer.get("language")).isEmpty();
		assertThat(answer.get("total").asInt()).isEqualTo(250);
		assertThat(answer.get("window").asString()).isEqualTo("daily");
	}

	@Test
	void joinsLanguages() {
		JsonNode answer = this.client.get("/trending?language=kotlin&language=csharp&language=Kotlin&limit=100");
		assertThat(answer.get("language").toString()).isEqualTo("[\"C#\",\"Kotlin\"]");
		assertThat(answer.get("total").asInt()).isEqualTo(60);
		Set<String> seen = new HashSet<>();
		answer.get("items").forEach((row) -> seen.add(row.get("language").asString()));
		assertThat(seen).containsExactlyInAnyOrder("C#", "Kotlin");
	}

	@ParameterizedTest
	@ValueSource(strings = { "score", "gained", "growth", "stars", "forks" })
	void sortsByWhatIsAsked(String sort) {
		for (String window : List.of("daily", "weekly", "monthly")) {
			JsonNode items = this.client.get("/trending?limit=100&sort=%s&window=%s".formatted(sort, window))
				.get("items");
			assertThat(items).hasSize(100);
			List<JsonNode> rows = new ArrayList<>();
			items.forEach(rows::add);
			Comparator<JsonNode> largestFirst = Comparator.comparingDouble((row) -> -row.get(sort).asDouble());
			assertThat(rows).isSortedAccordingTo(largestFirst);
			assertThat(rows).extracting((row) -> row.get("rank").asInt()).startsWith(1).isSorted().endsWith(100);
		}
	}

	@Test
	void breaksTiesByGainedStarsAndName() {
		JsonNode items = this.client.get("/trending?limit=100&sort=gained&window=daily").get("items");
		List<JsonNode> rows = new ArrayList<>();
		items.forEach(rows::add);
		assertThat(rows).isSortedAccordingTo(Comparator.<JsonNode>comparingLong((row) -> -row.get("gained").asLong())
			.thenComparingLong((row) -> -row.get("stars").asLong())
			.thenComparing((row) -> row.get("fullName").asString(), String.CASE_INSENSITIVE_ORDER));
	}

	@Test
	void pagesWithoutGapsOrRepeats() {
		List<String> paged = new ArrayList<>();
		for (int offset = 0; offset < 130; offset += 50) {
			JsonNode answer = this.client.get("/trending?language=java&limit=50&offset=" + offset);
			assertThat(answer.get("offset").asInt()).isEqualTo(offset);
			answer.get("items").forEach((row) -> paged.add(row.get("fullName").asString()));
		}
		assertThat(paged).hasSize(130).doesNotHaveDuplicates();
		JsonNode past = this.client.get("/trending?language=java&offset=2147483647");
		assertThat(past.get("items")).isEmpty();
		assertThat(past.get("total").asInt()).isEqualTo(130);
	}

	@Test
	void filters() {
		rows("/trending?minStars=3000&maxStars=4000&limit=100", (row) -> row.get("stars").asLong())
			.allSatisfy((stars) -> assertThat((Long) stars).isBetween(3_000L, 4_000L));
		rows("/trending?topic=AI&limit=100", (row) -> row.get("topics").toString())
			.allSatisfy((topics) -> assertThat((String) topics).contains("\"ai\""));
		rows("/trending?license=mit&limit=100", (row) -> row.get("license").asString())
			.allSatisfy((license) -> assertThat(license).isEqualTo("MIT"));
		rows("/trending?createdAfter=2020-03-01&limit=100", (row) -> row.get("createdAt").asString())
			.allSatisfy((created) -> assertThat((String) created).isGreaterThanOrEqualTo("2020-03-01T00:00:00Z"));
		JsonNode none = this.client.get("/trending?topic=nobody-has-this");
		assertThat(none.get("total").asInt()).isZero();
		assertThat(none.get("coverage").get("candidates").asInt()).isEqualTo(250);
	}

	private ListAssert<Object> rows(String uri, Function<JsonNode, Object> value) {
		JsonNode answer = this.client.get(uri);
		List<Object> values = new ArrayList<>();
		answer.get("items").forEach((row) -> values.add(value.apply(row)));
		assertThat(answer.get("total").asInt()).isBetween(1, 249);
		return assertThat(values).isNotEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "language=|language||''", "language=pyhton|language|pyhton|Python",
					"language=java&language=nope|language|nope|", "window=yearly|window|yearly|",
					"window=week|window|week|weekly", "sort=|sort||", "sort=Gained|sort|Gained|gained",
					"limit=0|limit|0|", "limit=101|limit|101|", "limit=ten|limit|ten|", "limit=1e2|limit|1e2|",
					"limit=99999999999999999999|limit|99999999999999999999|", "offset=-1|offset|-1|",
					"offset=2147483648|offset|2147483648|", "minStars=-1|minStars|-1|", "maxStars=x|maxStars|x|",
					"minStars=5&maxStars=4|minStars|5|", "topic=|topic||", "topic=a%20b|topic|a b|",
					"license=|license||", "createdAfter=yesterday|createdAfter|yesterday|",
					"createdAfter=2026-02-30|createdAfter|2026-02-30|", "details=yes|details|yes|",
					"window=daily&window=weekly|window|daily, weekly|", "limit=1&limit=1|limit|1, 1|",
					"langage=java|langage|java|language", "date=2026-01-01|date|2026-01-01|", "n=3|n|3|" })
	void refusesABadParameterClearly(String query, String parameter, String value, String nearest) {
		JsonNode problem = this.client.problem("/trending?" + query, 400);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:invalid-parameter");
		assertThat(problem.get("status").asInt()).isEqualTo(400);
		assertThat(problem.get("title").asString()).isNotBlank();
		assertThat(problem.get("detail").asString()).contains(parameter);
		assertThat(problem.get("instance").asString()).isEqualTo("/trending");
		assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
		assertThat(problem.get("value").asString()).isEqualTo((value != null) ? value : "");
		assertThat(problem.get("allowed").asString()).isNotBlank();
		assertThat(problem.get("nearest").isArray()).isTrue();
		if (nearest != null && !nearest.isEmpty()) {
			assertThat(problem.get("nearest").toString()).contains("\"" + nearest + "\"");
		}
	}

}
