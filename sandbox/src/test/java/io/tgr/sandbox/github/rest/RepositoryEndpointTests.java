package io.tgr.sandbox.github.rest;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.github.GithubSandbox;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryEndpointTests {

	private static GithubSandbox sandbox;

	private static WebTestClient client;

	@BeforeAll
	static void start() {
		sandbox = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).buckets(false).start();
		client = WebTestClient.bindToServer().baseUrl(sandbox.url().toString()).build();
	}

	@AfterAll
	static void stop() {
		sandbox.close();
	}

	@Test
	void answersARepositoryInAnyCase() {
		JsonNode body = json("/repos/Rust-Lang/RUST");
		assertThat(body.path("full_name").asString()).isEqualTo("rust-lang/rust");
		assertThat(body.path("url").asString()).isEqualTo(sandbox.url() + "/repos/rust-lang/rust");
		assertThat(body.path("html_url").asString()).isEqualTo("https://github.com/rust-lang/rust");
		assertThat(body.path("stargazers_count")).isEqualTo(body.path("watchers"));
		assertThat(body.path("subscribers_count").asInt()).isPositive();
		assertThat(json("/repositories/" + body.path("id").asLong())).isEqualTo(body);
	}

	@Test
	void bothVersionsHaveTheirMembers() {
		List<String> older = List.copyOf(json("/repos/rust-lang/rust").propertyNames());
		assertThat(older).contains("has_downloads").doesNotContain("score");
		client.get()
			.uri("/repos/rust-lang/rust")
			.header("X-GitHub-Api-Version", "2026-03-10")
			.exchange()
			.expectHeader()
			.valueEquals("X-GitHub-Api-Version-Selected", "2026-03-10")
			.expectBody()
			.jsonPath("$.has_downloads")
			.doesNotExist()
			.jsonPath("$.network_count")
			.exists();
		client.get()
			.uri("/repos/rust-lang/rust")
			.header("X-GitHub-Api-Version", "2001-01-01")
			.exchange()
			.expectStatus()
			.isBadRequest();
	}

	@Test
	void hasTheMembersOfARecordedAnswerInItsOrder() throws IOException {
		ClassPathResource recorded = new ClassPathResource(
				"/io/tgr/sandbox/github/contract/fixtures/repo-200-org.json");
		JsonNode expected = JsonMapper.shared().readTree(recorded.getContentAsByteArray()).at("/response/body");
		byte[] body = client.get()
			.uri("/repos/rust-lang/rust")
			.header("Authorization", "Bearer sandbox-token")
			.exchange()
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonNode actual = JsonMapper.shared().readTree(body);
		assertThat(actual.propertyNames()).containsExactlyElementsOf(expected.propertyNames());
		assertThat(actual.path("owner").propertyNames())
			.containsExactlyElementsOf(expected.path("owner").propertyNames());
	}

	@Test
	void hasTheHeadersOfEveryAnswer() {
		client.get()
			.uri("/repos/rust-lang/rust")
			.header("Authorization", "Bearer sandbox-token")
			.exchange()
			.expectHeader()
			.valueEquals("X-GitHub-Media-Type", "github.v3; format=json")
			.expectHeader()
			.valueEquals("X-GitHub-Api-Version-Selected", "2022-11-28")
			.expectHeader()
			.valueEquals("Cache-Control", "private, max-age=60, s-maxage=60")
			.expectHeader()
			.valueMatches("X-GitHub-Request-Id", "[0-9A-F]{4}(:[0-9A-F]+){4}")
			.expectHeader()
			.exists("Last-Modified")
			.expectHeader()
			.valueEquals("Content-Type", "application/json; charset=utf-8")
			.expectBody()
			.jsonPath("$.permissions.pull")
			.isEqualTo(true);
	}

	@Test
	void whatDoesNotExistIsNotFound() {
		client.get()
			.uri("/repos/rust-lang/nothing-here")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.json("""
					{"message":"Not Found","documentation_url":"https://docs.github.com/rest/repos/repos#get-a-repository","status":"404"}
					""");
		client.get().uri("/no/such/path").exchange().expectStatus().isNotFound().expectBody().json("""
				{"message":"Not Found","documentation_url":"https://docs.github.com/rest","status":"404"}
				""");
		client.delete().uri("/repos/rust-lang/rust").exchange().expectStatus().isNotFound();
		client.get().uri("/repositories/1").exchange().expectStatus().isNotFound();
		client.get().uri("/repositories/not-a-number").exchange().expectStatus().isNotFound();
	}

	@Test
	void aRenamedRepositoryIsRedirectedToItsId() {
		long id = json("/repos/nilbuild/developer-roadmap").path("id").asLong();
		String target = sandbox.url() + "/repositories/" + id;
		client.get()
			.uri("/repos/kamranahmedse/developer-roadmap")
			.exchange()
			.expectStatus()
			.isEqualTo(301)
			.expectHeader()
			.valueEquals("Location", target)
			.expectBody()
			.json("{\"message\":\"Moved Permanently\",\"url\":\"" + target + "\"}");
		client.get()
			.uri("/repos/kamranahmedse/developer-roadmap/stargazers/history?per_page=3")
			.exchange()
			.expectHeader()
			.valueEquals("Location", target + "/stargazers/history?per_page=3");
		assertThat(json("/repositories/" + id + "/stargazers/history?per_page=3")).hasSize(3);
	}

	@Test
	void answersLanguagesTopicsAndCommunity() {
		assertThat(json("/repos/rust-lang/rust/languages").path("Rust").asLong()).isPositive();
		assertThat(json("/repos/rust-lang/rust/topics").path("names").isArray()).isTrue();
		JsonNode profile = json("/repos/rust-lang/rust/community/profile");
		assertThat(profile.path("health_percentage").asInt()).isBetween(1, 100);
		assertThat(profile.at("/files/readme/html_url").asString()).startsWith("https://github.com/rust-lang/rust/");
	}

	@Test
	void pagesContributors() {
		client.get()
			.uri("/repos/rust-lang/rust/contributors?per_page=2")
			.exchange()
			.expectHeader()
			.valueMatches("Link",
					"<" + sandbox.url()
							+ "/repositories/\\d+/contributors\\?per_page=2&page=2>; rel=\"next\", <.*>; rel=\"last\"")
			.expectBody()
			.jsonPath("$.length()")
			.isEqualTo(2)
			.jsonPath("$[0].contributions")
			.exists();
		assertThat(json("/repos/rust-lang/rust/contributors?page=1000")).isEmpty();
	}

	@Test
	void someHaveNoRelease() {
		JsonNode names = json("/search/repositories?q=language:rust&per_page=20").path("items");
		long released = 0;
		for (JsonNode item : names) {
			String path = "/repos/" + item.path("full_name").asString() + "/releases/latest";
			int status = client.get().uri(path).exchange().returnResult(Void.class).getStatus().value();
			assertThat(status).isIn(200, 404);
			released += (status == 200) ? 1 : 0;
		}
		assertThat(released).isBetween(1L, 19L);
	}

	@Test
	void answersTheReadmeAsADocumentAndAsText() {
		JsonNode readme = json("/repos/rust-lang/rust/readme");
		byte[] content = Base64.getMimeDecoder().decode(readme.path("content").asString());
		assertThat(content).hasSize(readme.path("size").asInt()).asString().startsWith("# rust\n");
		client.get()
			.uri("/repos/rust-lang/rust/readme")
			.header("Accept", "application/vnd.github.raw+json")
			.exchange()
			.expectBody()
			.consumeWith((result) -> assertThat(result.getResponseBody()).isEqualTo(content));
	}

	@Test
	void answersHeadAndVersions() {
		client.head().uri("/repos/rust-lang/rust").exchange().expectStatus().isOk().expectBody().isEmpty();
		assertThat(json("/versions")).hasSize(2);
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
