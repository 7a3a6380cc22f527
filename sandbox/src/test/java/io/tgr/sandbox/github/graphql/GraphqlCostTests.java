package io.tgr.sandbox.github.graphql;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.MovableClock;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class GraphqlCostTests {

	private static final MovableClock CLOCK = new MovableClock("2026-11-22T12:00:00Z");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().clock(CLOCK).start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@BeforeEach
	void refill() throws IOException {
		this.client.send("POST", "/_sandbox/limits/reset", null);
	}

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			textBlock = """
					1 |   0 | viewer { login }
					1 | 100 | search(type: REPOSITORY, query: "stars:>9", first: 100) { repositoryCount }
					1 | 1100 | search(type: REPOSITORY, query: "stars:>9", first: 100) { nodes { ... on Repository { languages(first: 10) { totalCount } } } }
					2 | 2100 | search(type: REPOSITORY, query: "stars:>9", first: 100) { nodes { ... on Repository { languages(first: 10) { totalCount } repositoryTopics(first: 10) { totalCount } } } }
					3 | 6050 | search(type: REPOSITORY, query: "stars:>9", first: 50) { nodes { ... on Repository { languages(first: 20) { totalCount } releases(first: 100) { totalCount } forks { totalCount } issues { totalCount } watchers { totalCount } } } }
					""")
	void costsTheCallsNeededToFillEachConnection(int cost, int nodes, String fields) throws IOException {
		Answer answer = this.client
			.query("{ " + fields + " rateLimit { cost nodeCount limit remaining used resetAt } }");
		JsonNode shown = answer.json().at("/data/rateLimit");
		assertThat(shown.get("cost").asInt()).isEqualTo(cost);
		assertThat(shown.get("nodeCount").asInt()).isEqualTo(nodes);
		assertThat(shown.get("used").asInt()).isEqualTo(cost);
		assertThat(shown.get("remaining").asInt()).isEqualTo(5000 - cost);
		assertThat(Instant.parse(shown.get("resetAt").asString())).isEqualTo(CLOCK.instant().plusSeconds(3600));
		assertThat(answer.headers()).containsEntry("x-ratelimit-used", Integer.toString(cost))
			.containsEntry("x-ratelimit-limit", "5000");
	}

	@Test
	void readsPageSizesFromVariablesAndFragments() throws IOException {
		JsonNode answer = this.client
			.query("""
					query($n: Int!) { search(type: REPOSITORY, query: "stars:>9", first: $n) { ...Page } rateLimit { cost } }
					fragment Page on SearchResultItemConnection { nodes { ... on Repository {
					  languages(first: 1) { totalCount } watchers { totalCount } forks { totalCount } } } }""",
					Map.of("n", 50))
			.json();
		assertThat(answer.at("/data/rateLimit/cost").asInt()).isEqualTo(2);
	}

	@Test
	void refusesInGithubsWordsWhenThePointsAreGone() throws IOException {
		String expensive = "{ search(type: REPOSITORY, query: \"sort:stars nothing-has-this-name\", first: 100) { nodes {"
				+ " ... on Repository { history: defaultBranchRef { target { ... on Commit { history(first: 100) { totalCount }"
				+ " } } } " + many(100) + " } } } }";
		int status = 200;
		Answer answer = this.client.query(expensive);
		int cost = Integer.parseInt(answer.header("x-ratelimit-used"));
		assertThat(cost).isEqualTo(101);
		while (status == 200 && answer.json().get("errors") == null) {
			answer = this.client.query(expensive);
			status = answer.status();
		}
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().get("data")).isNull();
		assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo("RATE_LIMIT");
		assertThat(answer.json().at("/errors/0/code").asString()).isEqualTo("graphql_rate_limit");
		assertThat(answer.header("x-ratelimit-reset"))
			.isEqualTo(Long.toString(CLOCK.instant().getEpochSecond() + 3600));
		assertThat(this.client.get("/_sandbox/calls").json().get("overdrawn").asInt()).isOne();
	}

	private static String many(int connections) {
		StringBuilder fields = new StringBuilder();
		for (int field = 0; field < connections; field++) {
			fields.append("a").append(field).append(": languages(first: 1) { totalCount } ");
		}
		return fields.toString();
	}

}
