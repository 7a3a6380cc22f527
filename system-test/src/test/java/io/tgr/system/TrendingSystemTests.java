package io.tgr.system;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(TgrExtension.class)
class TrendingSystemTests {

	@ParameterizedTest
	@CsvSource({ "daily, 1", "weekly, 7", "monthly, 30" })
	void aWindowIsRankedAndExplained(String window, int days, WebTestClient tgr) {
		JsonNode answer = Json.getRows(tgr, "/trending?language=java&window={window}", window);
		assertThat(answer.get("window").asString()).isEqualTo(window);
		assertThat(answer.get("asOf").asString()).isNotBlank();
		assertThat(answer.at("/formula/version").isNumber()).isTrue();
		assertThat(answer.at("/coverage/candidates").isNumber()).isTrue();
		List<JsonNode> rows = Json.items(answer);
		assertThat(rows).hasSizeBetween(10, 25);
		assertThat(rows).extracting((row) -> row.get("rank").asInt())
			.isEqualTo(IntStream.rangeClosed(1, rows.size()).boxed().toList());
		assertThat(rows).allSatisfy((row) -> {
			assertThat(row.get("language").asString()).isEqualTo("Java");
			assertThat(row.get("history")).hasSize(days);
			assertThat(row.get("gained").asInt()).isEqualTo(sum(row));
			assertThat(row.at("/explain/terms")).isNotEmpty();
		});
	}

	private static int sum(JsonNode row) {
		return StreamSupport.stream(row.get("history").spliterator(), false)
			.mapToInt((day) -> day.get("stars").asInt())
			.sum();
	}

	@ParameterizedTest
	@ValueSource(strings = { "gained", "stars", "forks", "score", "growth" })
	void rowsAreInTheOrderAskedFor(String sort, WebTestClient tgr) {
		List<Double> values = Json.items(Json.getRows(tgr, "/trending?language=java&window=weekly&sort={sort}", sort))
			.stream()
			.map((row) -> row.get(sort))
			.filter((value) -> !value.isNull())
			.map(JsonNode::asDouble)
			.toList();
		assertThat(values).isNotEmpty().isSortedAccordingTo(Comparator.reverseOrder());
	}

	@ParameterizedTest
	@ValueSource(strings = { "C++", "C#", "Jupyter Notebook", "c++", "golang" })
	void aLanguageIsKnownByNameAndAlias(String language, WebTestClient tgr) {
		assertThat(Json.items(Json.getRows(tgr, "/trending?language={language}&window=weekly", language))).isNotEmpty();
	}

	@Test
	void severalLanguagesAreOneRanking(WebTestClient tgr) {
		JsonNode answer = Json.getRows(tgr, "/trending?language=java&language=python&window=weekly&limit=100");
		assertThat(Json.items(answer)).extracting((row) -> row.get("language").asString())
			.contains("Java", "Python")
			.containsOnly("Java", "Python");
	}

	@Test
	void noLanguageMeansAll(WebTestClient tgr) {
		assertThat(Json.items(Json.getRows(tgr, "/trending?window=weekly&limit=100"))).isNotEmpty();
	}

	@Test
	void pastTheEndThereAreNoRows(WebTestClient tgr) {
		assertThat(Json.items(Json.get(tgr, "/trending?language=java&offset=1000000"))).isEmpty();
	}

	@Test
	void whatIsGainedIsWhatTheRepositorysOwnDaysSay(WebTestClient tgr) {
		JsonNode row = Json.items(Json.getRows(tgr, "/trending?language=java&window=weekly&sort=gained&limit=1"))
			.get(0);
		JsonNode stars = Json.get(tgr, "/repos/" + row.get("fullName").asString() + "/stars?days=7");
		assertThat(stars.get("gained").asInt()).isEqualTo(row.get("gained").asInt());
	}

	@Test
	void oneRepositoryHasARankInEachWindow(WebTestClient tgr) {
		JsonNode row = Json.items(Json.getRows(tgr, "/trending?language=java&window=weekly&limit=1")).get(0);
		String name = row.get("fullName").asString();
		assertThat(Json.get(tgr, "/trending/" + name).get("fullName").asString()).isEqualTo(name);
	}

	@Test
	void rowsCanBeEnriched(WebTestClient tgr) {
		JsonNode answer = Json.getRows(tgr, "/trending?language=java&limit=3&details=true");
		assertThat(Json.items(answer)).isNotEmpty();
	}

	@Test
	void languagesAreListedAsTheOldApiDid(WebTestClient tgr) {
		JsonNode languages = Json.get(tgr, "/languages");
		assertThat(languages.isArray()).isTrue();
		assertThat(languages.get(0).propertyNames()).contains("urlParam", "name", "candidates");
	}

	@Test
	void theQuotaIsNeverOverdrawn(WebTestClient tgr) {
		JsonNode quota = Json.get(tgr, "/quota");
		assertThat(quota.get("buckets")).isNotEmpty()
			.allSatisfy((bucket) -> assertThat(bucket.get("remaining").asInt(0)).isNotNegative());
	}

}
