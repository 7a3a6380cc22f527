package io.tgr.sandbox.github.search;

import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

class SearchEndpointTests {

	private static final int LARGE = 4 * 1024 * 1024;

	private static GithubSandbox sandbox;

	private static WebTestClient client;

	@BeforeAll
	static void start() {
		sandbox = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).buckets(false).start();
		client = WebTestClient.bindToServer()
			.baseUrl(sandbox.url().toString())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(LARGE))
			.build();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void answersAPageWithLinksToTheOthers() {
		HttpHeaders headers = get("language:java", "&sort=stars&per_page=10&page=2").expectStatus()
			.isOk()
			.expectHeader()
			.valueEquals("Content-Type", "application/json; charset=utf-8")
			.expectHeader()
			.valueEquals("Cache-Control", "no-cache")
			.expectBody()
			.jsonPath("$.incomplete_results")
			.isEqualTo(false)
			.jsonPath("$.items.length()")
			.isEqualTo(10)
			.jsonPath("$.items[0].language")
			.isEqualTo("Java")
			.jsonPath("$.items[0].score")
			.isEqualTo(1.0)
			.returnResult()
			.getResponseHeaders();
		String url = sandbox.url() + "/search/repositories?q=language:java&sort=stars&per_page=10&page=";
		assertThat(headers.getFirst(HttpHeaders.LINK))
			.startsWith("<" + url + "1>; rel=\"prev\", <" + url + "3>; rel=\"next\"")
			.endsWith("<" + url + "1>; rel=\"first\"");
	}

	@Test
	void aPageOfAHundredIsAsLargeAsGithubs() {
		byte[] body = get("stars:>10", "&sort=stars&per_page=1000").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(100)
			.returnResult()
			.getResponseBody();
		assertThat(body).isNotNull();
		assertThat(body).hasSizeBetween(430_000, 600_000);
	}

	@Test
	void nobodyGetsPastTheFirstThousand() {
		get("stars:>10", "&per_page=100&page=10").expectStatus().isOk();
		get("stars:>10", "&per_page=100&page=11").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.json("""
					{"message":"Only the first 1000 search results are available","documentation_url":"https://docs.github.com/v3/search/","status":"422"}
					""");
		get("stars:>10", "&per_page=30&page=34").expectStatus()
			.isOk()
			.expectBody()
			.jsonPath("$.items.length()")
			.isEqualTo(10);
		get("stars:>10", "&per_page=30&page=35").expectStatus().isEqualTo(422);
	}

	@Test
	void refusesAMissingQuery() {
		client.get().uri("/search/repositories").exchange().expectStatus().isEqualTo(422).expectBody().json("""
				{"message":"Validation Failed","errors":[{"resource":"Search","field":"q","code":"missing"}],
				 "documentation_url":"https://docs.github.com/v3/search","status":"422"}
				""");
	}

	@Test
	void refusesALongQuery() {
		get("a".repeat(257), "").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.json("""
					{"message":"Validation Failed","errors":[{"message":"The search is longer than 256 characters.","resource":"Search","field":"q","code":"invalid"}],
					 "documentation_url":"https://docs.github.com/v3/search/","status":"422"}
					""");
		get("a".repeat(256), "").expectStatus().isOk();
	}

	@Test
	void refusesAnUnknownOwner() {
		get("user:no-such-owner-at-all", "").expectStatus()
			.isEqualTo(422)
			.expectBody()
			.jsonPath("$.errors[0].code")
			.isEqualTo("invalid")
			.jsonPath("$.status")
			.isEqualTo("422");
	}

	@Test
	void anItemHasTheMembersOfASearchInGithubsOrder() {
		byte[] body = get("repo:rust-lang/rust", "").expectStatus()
			.isOk()
			.expectBody()
			.returnResult()
			.getResponseBody();
		assertThat(body).isNotNull();
		JsonNode item = JsonMapper.shared().readTree(body).at("/items/0");
		List<String> members = List.copyOf(item.propertyNames());
		assertThat(members)
			.startsWith("id", "node_id", "name", "full_name", "private", "owner", "html_url", "description", "fork",
					"url", "forks_url")
			.endsWith("watchers", "default_branch", "score")
			.contains("has_downloads")
			.doesNotContain("subscribers_count", "network_count", "organization");
	}

	private static WebTestClient.ResponseSpec get(String query, String more) {
		return client.get()
			.uri(sandbox.url().resolve("/search/repositories?q=" + query.replace(">", "%3E") + more))
			.exchange();
	}

}
