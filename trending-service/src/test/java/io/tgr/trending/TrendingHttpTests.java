package io.tgr.trending;

import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import tools.jackson.databind.JsonNode;

import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How answers of {@code GET /trending} leave: tags, encodings, methods, and what they
 * admit.
 */
@ApiTest
class TrendingHttpTests {

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
	void leavesOnceEncodedWithATagThatHolds() {
		HttpHeaders headers = this.client.exchange("/trending?language=java", "identity").getResponseHeaders();
		assertThat(headers.getETag()).matches("\"[0-9a-f]{32}\"");
		assertThat(headers.getCacheControl()).isEqualTo("max-age=30, public");
		assertThat(headers.getVary()).contains("Accept-Encoding");
		assertThat(headers.getContentType()).isEqualTo(MediaType.APPLICATION_JSON);
		String tag = headers.getETag();
		assertThat(tag).isNotNull();
		this.client.request(HttpMethod.GET, "/trending?limit=25&language=Java&window=daily")
			.header(HttpHeaders.IF_NONE_MATCH, "\"other\", " + tag)
			.exchange()
			.expectStatus()
			.isNotModified()
			.expectHeader()
			.valueEquals(HttpHeaders.ETAG, tag)
			.expectBody()
			.isEmpty();
	}

	@Test
	void compressesForThoseWhoTakeIt() throws Exception {
		EntityExchangeResult<byte[]> zipped = this.client.exchange("/trending?language=java", "br;q=1, gzip;q=0.5");
		assertThat(zipped.getResponseHeaders().getFirst(HttpHeaders.CONTENT_ENCODING)).isEqualTo("gzip");
		byte[] plain = this.client.exchange("/trending?language=java", "gzip;q=0").getResponseBody();
		try (var unzipped = new GZIPInputStream(new ByteArrayInputStream(zipped.getResponseBody()))) {
			assertThat(unzipped.readAllBytes()).isEqualTo(plain);
		}
		String tag = zipped.getResponseHeaders().getETag();
		assertThat(tag).isNotNull();
		assertThat(tag).endsWith("-gzip\"");
		this.client.request(HttpMethod.GET, "/trending?language=java")
			.header(HttpHeaders.ACCEPT_ENCODING, "gzip")
			.header(HttpHeaders.IF_NONE_MATCH, tag)
			.exchange()
			.expectStatus()
			.isNotModified();
	}

	@Test
	void changesItsTagWithItsContent() {
		String before = this.client.exchange("/trending?language=kotlin", "identity").getResponseHeaders().getETag();
		this.pool.measured("Kotlin/3", new StarHistory(Repositories.YESTERDAY.minusDays(39),
				Collections.nCopies(40, 400), 7, ApiContext.NOW.plusSeconds(1)));
		EntityExchangeResult<byte[]> after = this.client.exchange("/trending?language=kotlin", "identity");
		assertThat(after.getResponseHeaders().getETag()).isNotEqualTo(before);
		assertThat(
				this.client.get("/trending?language=kotlin&sort=gained").get("items").get(0).get("fullName").asString())
			.isEqualTo("Kotlin/3");
	}

	@Test
	void keepsRequestIdsAndCorsOnTheShortestWayToo() {
		for (int i = 0; i < 3; i++) {
			this.client.request(HttpMethod.GET, "/trending?language=java&limit=7")
				.header("X-Request-Id", "request-" + i)
				.header(HttpHeaders.ORIGIN, "https://example.org")
				.exchange()
				.expectStatus()
				.isOk()
				.expectHeader()
				.valueEquals("X-Request-Id", "request-" + i)
				.expectHeader()
				.valueEquals(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
				.expectHeader()
				.exists(HttpHeaders.ETAG);
		}
	}

	@Test
	void answersHeadLikeGetWithoutABody() {
		this.client.request(HttpMethod.HEAD, "/trending?language=java")
			.header(HttpHeaders.ACCEPT_ENCODING, "identity")
			.exchange()
			.expectStatus()
			.isOk()
			.expectHeader()
			.exists(HttpHeaders.ETAG)
			.expectHeader()
			.exists(HttpHeaders.CONTENT_LENGTH)
			.expectBody()
			.isEmpty();
	}

	@Test
	void refusesAnAcceptHeaderThatIsNone() {
		JsonNode problem = this.client
			.problem(this.client.request(HttpMethod.GET, "/trending").header(HttpHeaders.ACCEPT, "nonsense"), 406);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:not-acceptable");
	}

	@Test
	void refusesMoreLanguagesThanARankingJoins() {
		String query = "language=java&".repeat(TrendingQueries.MAX_LANGUAGES + 1);
		JsonNode problem = this.client.problem("/trending?" + query + "limit=1", 400);
		assertThat(problem.get("parameter").asString()).isEqualTo("language");
		assertThat(problem.get("allowed").asString()).isEqualTo("at most 10 languages");
	}

	@Test
	void refusesOtherMethodsTypesAndPaths() {
		assertThat(this.client.problem(this.client.request(HttpMethod.POST, "/trending"), 405).get("type").asString())
			.isEqualTo("urn:tgr:problem:method-not-allowed");
		assertThat(
				this.client.problem(this.client.request(HttpMethod.GET, "/trending").accept(MediaType.TEXT_HTML), 406)
					.get("type")
					.asString())
			.isEqualTo("urn:tgr:problem:not-acceptable");
		for (String path : List.of("/trending/", "/trending.json", "/trending/java", "/repositories/a",
				"/v1/trends/users", "/trending/a/b/badge.png", "/nothing")) {
			assertThat(this.client.problem(path, 404).get("status").asInt()).isEqualTo(404);
		}
	}

	@Test
	void saysWhatIsMissingWhileASweepGoesOn() {
		this.discovery.states.put("Java", new SweepState(SweepState.Stage.INCOMPLETE, List.of("quota"),
				Instant.parse("2026-11-22T04:00:00Z"), null));
		JsonNode answer = this.client.get("/trending?language=java");
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("coverage").get("missing").toString()).isEqualTo("[\"quota\"]");
		assertThat(this.client.exchange("/trending?language=java", "identity").getResponseHeaders().getCacheControl())
			.isEqualTo("no-cache");
	}

	@Test
	void saysSinceWhenItIsStale() {
		this.discovery.states.put("Java", new SweepState(SweepState.Stage.COMPLETE, List.of("github-unavailable"),
				Instant.parse("2026-11-21T04:00:00Z"), Instant.parse("2026-11-22T01:00:00Z")));
		JsonNode answer = this.client.get("/trending?language=java&language=c%23");
		assertThat(answer.get("complete").asBoolean()).isFalse();
		assertThat(answer.get("stale").toString())
			.isEqualTo("{\"since\":\"2026-11-22T01:00:00Z\",\"reason\":\"github-unavailable\"}");
		assertThat(answer.get("asOf").asString()).isEqualTo("2026-11-21T04:00:00Z");
		assertThat(answer.get("items")).hasSize(25);
	}

}
