package io.tgr.system;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import javax.xml.parsers.DocumentBuilderFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.w3c.dom.Document;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The shapes of a ranking, through the gateway.
 */
@ExtendWith(TgrExtension.class)
class ShapesSystemTests {

	private static final String JAVA = "language=java&window=weekly";

	@ParameterizedTest
	@CsvSource({ "/trending.atom, application/atom+xml, entry", "/trending.rss, application/rss+xml, item" })
	void aFeedHasTheRowsOfTheRanking(String path, String type, String entry, WebTestClient tgr) throws Exception {
		List<JsonNode> rows = Json.items(Json.getRows(tgr, "/trending?" + JAVA));
		String feed = text(tgr, path + "?" + JAVA, type);
		Document document = DocumentBuilderFactory.newDefaultNSInstance()
			.newDocumentBuilder()
			.parse(new ByteArrayInputStream(feed.getBytes(StandardCharsets.UTF_8)));
		assertThat(document.getElementsByTagName(entry).getLength()).isEqualTo(rows.size());
		assertThat(feed).contains(rows.get(0).get("url").asString());
	}

	@Test
	void aTableHasALineForEachRow(WebTestClient tgr) {
		Json.getRows(tgr, "/trending?" + JAVA);
		assertThat(text(tgr, "/trending.csv?limit=5&" + JAVA, "text/csv;charset=UTF-8;header=present").split("\r\n"))
			.hasSize(6);
	}

	@Test
	void aFeedIsNotSentTwice(WebTestClient tgr) {
		String path = "/trending.atom?language=kotlin";
		Json.getRows(tgr, "/trending?language=kotlin");
		HttpHeaders headers = tgr.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseHeaders();
		String tag = Objects.requireNonNull(headers.getETag());
		int status = tgr.get()
			.uri(path)
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectBody()
			.returnResult()
			.getStatus()
			.value();
		// Whatever was measured meanwhile makes it another.
		assertThat(status).isIn(304, 200);
	}

	@Test
	void aBadgeSaysThatTheFirstIsTheFirst(WebTestClient tgr) {
		String name = Json.items(Json.getRows(tgr, "/trending?" + JAVA)).get(0).get("fullName").asString();
		assertThat(text(tgr, "/trending/" + name + "/badge.svg?" + JAVA, "image/svg+xml"))
			.contains("trending: #1 Java this week");
		assertThat(text(tgr, "/trending/no-body/nothing/badge.svg", "image/svg+xml")).contains("not tracked");
	}

	@Test
	void theOldShapesHaveTheSameRepositories(WebTestClient tgr) {
		JsonNode first = Json.items(Json.getRows(tgr, "/trending?" + JAVA)).get(0);
		JsonNode old = Json.get(tgr, "/repositories?language=java&since=weekly").get(0);
		assertThat(old.get("author").asString() + "/" + old.get("name").asString())
			.isEqualTo(first.get("fullName").asString());
		assertThat(old.get("currentPeriodStars").asInt()).isEqualTo(first.get("gained").asInt());
		JsonNode row = Json.get(tgr, "/v1/trends/repos?language=Java&period=past_week").at("/data/rows/0");
		assertThat(row.get("repo_name").asString()).isEqualTo(first.get("fullName").asString());
		assertThat(row.get("stars").asString()).isEqualTo(first.get("gained").asString());
		assertThat(Json.get(tgr, "/v1/trends/repos/?language=Java").get("type").asString()).isEqualTo("sql_endpoint");
	}

	@Test
	@Timeout(60)
	void aStreamBeginsWithTheRankingAndStaysOpen(URI gateway, WebTestClient tgr) throws Exception {
		Json.getRows(tgr, "/trending?" + JAVA);
		HttpResponse<InputStream> answer = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create(gateway + "/trending/stream?limit=3&" + JAVA))
				.timeout(Duration.ofSeconds(20))
				.build(), HttpResponse.BodyHandlers.ofInputStream());
		assertThat(answer.statusCode()).isEqualTo(200);
		try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
			assertThat(next(lines, "retry: ")).isEqualTo("2000");
			assertThat(next(lines, "id: ")).matches("[0-9a-f]{32}");
			assertThat(new JsonMapper().readTree(next(lines, "data: ")).get("items")).hasSize(3);
			// Longer than any timeout of a request at the gateway.
			assertThat(next(lines, ": alive")).isEmpty();
		}
	}

	private static String next(BufferedReader lines, String prefix) throws IOException {
		String line = lines.readLine();
		while (line != null && !line.startsWith(prefix)) {
			line = lines.readLine();
		}
		assertThat(line).as("a line that begins with '%s'", prefix).isNotNull();
		return Objects.requireNonNull(line).substring(prefix.length());
	}

	private static String text(WebTestClient tgr, String path, String type) {
		return new String(tgr.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentType(type)
			.expectBody()
			.returnResult()
			.getResponseBodyContent(), StandardCharsets.UTF_8);
	}

}
