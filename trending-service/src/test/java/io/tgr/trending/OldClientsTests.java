package io.tgr.trending;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.JsonNode;

import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the clients of the services that are gone are answered.
 */
class OldClientsTests extends ShapedAnswers {

	private static final List<String> FIELDS = List.of("author", "name", "avatar", "url", "description", "language",
			"languageColor", "stars", "forks", "currentPeriodStars", "builtBy");

	private static final List<String> COLUMNS = List.of("repo_id", "repo_name", "primary_language", "description",
			"stars", "forks", "pull_requests", "pushes", "total_score", "contributor_logins", "collection_names");

	@Autowired
	private MeterRegistry meters;

	@ParameterizedTest
	@ValueSource(strings = { "/repositories?language=java&since=weekly", "/repositories?language=Java&since=weekly",
			"/repositories?language=java&since=weekly&spoken_language_code=" })
	void theOldApiHasItsFields(String uri) {
		JsonNode repositories = this.client.get(uri);
		assertThat(repositories).hasSize(25);
		JsonNode first = repositories.get(0);
		assertThat(first.propertyNames()).containsExactlyElementsOf(FIELDS);
		assertThat(first.get("author").asString()).isEqualTo("Ada-Lovelace");
		assertThat(first.get("name").asString()).isEqualTo("engine");
		assertThat(first.get("avatar").asString()).isEqualTo("https://github.com/Ada-Lovelace.png");
		assertThat(first.get("url").asString()).isEqualTo("https://github.com/" + FIRST);
		assertThat(first.get("description").asString()).startsWith("=cmd|' /C calc'!A0 <b>\"bold\"</b> & \u0000")
			.endsWith("end\ud83e\udd80 ]]> café, \r\nnext\tline \uffff");
		assertThat(first.get("languageColor").asString()).isEqualTo("#b07219");
		assertThat(first.get("stars").isIntegralNumber()).isTrue();
		assertThat(first.get("currentPeriodStars").asInt()).isEqualTo(6_300);
		assertThat(first.get("builtBy").isArray()).isTrue();
		assertThat(headers(uri).get("X-Tgr-Ignored")).isNull();
	}

	@Test
	void theOldApiLeavesOutWhatThereIsNot() {
		this.pool.seen(List.of(Repositories.candidate("o/none", null, 100_001, 5_000, Instant.EPOCH)));
		this.pool.measured("o/none", new StarHistory(Repositories.YESTERDAY.minusDays(29),
				Collections.nCopies(30, 5_000), 3, ApiContext.NOW));
		JsonNode first = this.client.get("/repositories").get(0);
		assertThat(first.get("name").asString()).isEqualTo("none");
		assertThat(first.get("description").asString()).isEmpty();
		assertThat(first.propertyNames()).doesNotContain("language", "languageColor");
	}

	@Test
	void theOldApiSaysWhatMakesNoDifference() {
		double before = ignored("github-trending-api", "spoken_language_code");
		String uri = "/repositories?language=&since=&spoken_language_code=zh&_=1234&x%0Ay=1";
		assertThat(headers(uri).getFirst("X-Tgr-Ignored")).isEqualTo("_, spoken_language_code");
		assertThat(ignored("github-trending-api", "spoken_language_code")).isEqualTo(before + 1);
		assertThat(this.client.get(uri)).hasSize(25);
	}

	@ParameterizedTest
	@CsvSource({ "/repositories?since=yearly, since", "/repositories?language=jaav, language",
			"/repositories?language=java&language=kotlin, language", "/v1/trends/repos?period=past_year, period",
			"/v1/trends/repos?language=jaav, language" })
	void whatCannotBeIsAProblem(String uri, String parameter) {
		assertThat(this.client.problem(uri, 400).get("parameter").asString()).isEqualTo(parameter);
	}

	@ParameterizedTest
	@CsvSource({ "/v1/trends/repos?language=Java, 900", "/v1/trends/repos/?language=Java&period=past_24_hours, 900",
			"/v1/trends/repos?period=past_week&language=Java, 6300",
			"/v1/trends/repos/?period=past_month&language=All, 27000" })
	void ossInsightHasItsTable(String uri, String gained) {
		JsonNode answer = this.client.get(uri);
		assertThat(answer.get("type").asString()).isEqualTo("sql_endpoint");
		assertThat(answer.at("/data/columns")).extracting((column) -> column.get("col").asString())
			.containsExactlyElementsOf(COLUMNS);
		JsonNode rows = answer.at("/data/rows");
		assertThat(rows).hasSize(100).allSatisfy((row) -> {
			assertThat(row.propertyNames()).containsExactlyElementsOf(COLUMNS);
			assertThat(row).allSatisfy((value) -> assertThat(value.isString()).isTrue());
		});
		assertThat(rows.get(0).get("repo_id").asString()).isEqualTo("4711");
		assertThat(rows.get(0).get("repo_name").asString()).isEqualTo(FIRST);
		assertThat(rows.get(0).get("stars").asString()).isEqualTo(gained);
		assertThat(answer.at("/data/result/code").asInt()).isEqualTo(200);
		assertThat(answer.at("/data/result/row_count").asInt()).isEqualTo(100);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/v1/trends/repos", "/v1/trends/repos?language=C%2B%2B&period=past_week",
			"/v1/trends/repos?period=past_3_months" })
	void ossInsightsOwnDescriptionFits(String uri) throws IOException {
		String description = new ClassPathResource("shapes/ossinsight-trends.json", getClass())
			.getContentAsString(StandardCharsets.UTF_8);
		Schema schema = SchemaRegistry.withDialect(Dialects.getOpenApi30()).getSchema(description, InputFormat.JSON);
		assertThat(schema.validate(text(uri), InputFormat.JSON)).isEmpty();
		assertThat(schema.validate(text(uri).replace("\"data\":", "\"date\":"), InputFormat.JSON)).isNotEmpty();
	}

	@Test
	void ossInsightHasNoRowsForWhatIsNotKnown() {
		double before = ignored("ossinsight", "period");
		String uri = "/v1/trends/repos?period=past_3_months";
		JsonNode answer = this.client.get(uri);
		assertThat(answer.at("/data/rows")).isEmpty();
		assertThat(answer.at("/data/result/message").asString()).contains("past_3_months is not known here");
		assertThat(headers(uri).getFirst("X-Tgr-Ignored")).isEqualTo("period");
		assertThat(ignored("ossinsight", "period")).isEqualTo(before + 2);
	}

	@Test
	void bothSayWhatIsWanting() {
		incomplete();
		assertSaysThatItIsWanting(headers("/repositories?language=java"));
		assertSaysThatItIsWanting(headers("/v1/trends/repos?language=Java"));
	}

	private double ignored(String shape, String parameter) {
		return this.meters.counter("tgr.trending.shapes.ignored", "shape", shape, "parameter", parameter).count();
	}

}
