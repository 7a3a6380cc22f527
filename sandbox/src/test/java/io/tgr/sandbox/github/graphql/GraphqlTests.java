package io.tgr.sandbox.github.graphql;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class GraphqlTests {

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().today(LocalDate.of(2026, 11, 22)).start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void saysOfARepositoryWhatRestSays() throws IOException {
		JsonNode rest = this.client.get("/repos/vuejs/vue").json();
		JsonNode release = this.client.get("/repos/vuejs/vue/releases/latest").json();
		JsonNode found = data("""
				{ repository(owner: "vuejs", name: "vue") {
				  id databaseId name nameWithOwner description homepageUrl url createdAt updatedAt pushedAt diskUsage
				  stargazerCount forkCount isArchived isFork isTemplate isPrivate visibility hasIssuesEnabled
				  hasDiscussionsEnabled primaryLanguage { name color } licenseInfo { key name spdxId }
				  owner { __typename login id url avatarUrl(size: 40) } watchers { totalCount }
				  defaultBranchRef { name target { ... on Commit { committedDate history { totalCount } } } }
				  issues(states: [OPEN]) { totalCount } pullRequests(states: [OPEN]) { totalCount }
				  latestRelease { tagName isLatest } releases { totalCount } parent { name }
				  stargazers(first: 10) { nodes { login } }
				  object(expression: "HEAD:README.md") { ... on Blob { text byteSize } }
				} }""").at("/repository");
		assertThat(found.get("id")).isEqualTo(rest.get("node_id"));
		assertThat(found.get("databaseId")).isEqualTo(rest.get("id"));
		assertThat(found.get("nameWithOwner").asString()).isEqualTo("vuejs/vue");
		assertThat(found.get("stargazerCount")).isEqualTo(rest.get("stargazers_count"));
		assertThat(found.get("forkCount")).isEqualTo(rest.get("forks_count"));
		assertThat(found.get("createdAt")).isEqualTo(rest.get("created_at"));
		assertThat(found.get("pushedAt")).isEqualTo(rest.get("pushed_at"));
		assertThat(found.get("updatedAt")).isEqualTo(rest.get("updated_at"));
		assertThat(found.get("isArchived")).isEqualTo(rest.get("archived"));
		assertThat(found.get("isTemplate")).isEqualTo(rest.get("is_template"));
		assertThat(found.get("hasIssuesEnabled")).isEqualTo(rest.get("has_issues"));
		assertThat(found.get("hasDiscussionsEnabled")).isEqualTo(rest.get("has_discussions"));
		assertThat(found.get("diskUsage")).isEqualTo(rest.get("size"));
		assertThat(found.at("/owner/id")).isEqualTo(rest.at("/owner/node_id"));
		assertThat(found.at("/owner/__typename")).isEqualTo(rest.at("/owner/type"));
		assertThat(found.at("/primaryLanguage/name")).isEqualTo(rest.get("language"));
		assertThat(found.at("/licenseInfo/key")).isEqualTo(rest.at("/license/key"));
		assertThat(found.at("/licenseInfo/spdxId")).isEqualTo(rest.at("/license/spdx_id"));
		assertThat(found.at("/defaultBranchRef/name")).isEqualTo(rest.get("default_branch"));
		assertThat(found.at("/watchers/totalCount")).isEqualTo(rest.get("subscribers_count"));
		assertThat(found.at("/latestRelease/tagName").asString(null))
			.isEqualTo(release.path("tag_name").asString(null));
		assertThat(found.at("/issues/totalCount").asInt() + found.at("/pullRequests/totalCount").asInt())
			.isEqualTo(rest.get("open_issues_count").asInt());
		assertThat(found.at("/stargazers/nodes")).isEmpty();
		assertThat(found.at("/object/text").asString()).startsWith("# vue");
		assertThat(found.at("/defaultBranchRef/target/history/totalCount").asInt()).isPositive();
	}

	@Test
	void listsLanguagesAndTopicsAsRestDoes() throws IOException {
		JsonNode rest = this.client.get("/repos/vuejs/vue/languages").json();
		JsonNode topics = this.client.get("/repos/vuejs/vue/topics").json().get("names");
		JsonNode found = data("""
				{ repository(owner: "vuejs", name: "vue") {
				  languages(first: 100, orderBy: {field: SIZE, direction: DESC}) {
				    totalCount totalSize edges { size node { name } } pageInfo { hasNextPage } }
				  repositoryTopics(first: 100) { nodes { url topic { name } } }
				} }""").get("repository");
		assertThat(found.at("/languages/totalCount").asInt()).isEqualTo(rest.size());
		for (JsonNode edge : found.at("/languages/edges")) {
			assertThat(edge.get("size").asLong()).isEqualTo(rest.get(edge.at("/node/name").asString()).asLong());
		}
		assertThat(found.at("/repositoryTopics/nodes").valueStream().map((node) -> node.at("/topic/name").asString()))
			.containsExactlyElementsOf(topics.valueStream().map(JsonNode::asString).toList());
	}

	@Test
	void searchesPageByPageAsFarAsAThousand() throws IOException {
		String query = """
				query($after: String) { search(type: REPOSITORY, query: "stars:>100 sort:stars", first: 100, after: $after) {
				  repositoryCount pageInfo { endCursor hasNextPage } nodes { ... on Repository { nameWithOwner } } } }""";
		List<String> names = new ArrayList<>();
		String after = null;
		JsonNode page;
		do {
			page = this.client.query(query, (after != null) ? Map.of("after", after) : Map.of())
				.json()
				.at("/data/search");
			page.get("nodes").forEach((node) -> names.add(node.get("nameWithOwner").asString()));
			after = page.at("/pageInfo/endCursor").asString();
		}
		while (page.at("/pageInfo/hasNextPage").asBoolean());
		assertThat(names).hasSize(1000).doesNotHaveDuplicates();
		assertThat(page.get("repositoryCount").asInt()).isGreaterThan(1000);
		JsonNode rest = this.client.get("/search/repositories?q=stars:%3E100&sort=stars&per_page=100").json();
		assertThat(rest.get("items").valueStream().map((item) -> item.get("full_name").asString()))
			.containsExactlyElementsOf(names.subList(0, 100));
		assertThat(rest.get("total_count")).isEqualTo(page.get("repositoryCount"));
	}

	@Test
	void followsRenamesUnlessTold() throws IOException {
		JsonNode answer = this.client.query("""
				{ followed: repository(owner: "FACEBOOK", name: "React") { nameWithOwner }
				  strict: repository(owner: "facebook", name: "react", followRenames: false) { nameWithOwner } }""")
			.json();
		assertThat(answer.at("/data/followed/nameWithOwner").asString()).isEqualTo("react/react");
		assertThat(answer.at("/data/strict").isNull()).isTrue();
		assertThat(answer.at("/errors/0/path/0").asString()).isEqualTo("strict");
	}

	@Test
	void findsNodesByTheirIdsOldAndNew() throws IOException {
		JsonNode rest = this.client.get("/repos/vuejs/vue").json();
		String old = Base64.getEncoder()
			.encodeToString(("010:Repository" + rest.get("id").asLong()).getBytes(StandardCharsets.UTF_8));
		JsonNode data = this.client
			.query("query($ids: [ID!]!) { nodes(ids: $ids) { id ... on Repository { nameWithOwner } } }",
					Map.of("ids", List.of(rest.get("node_id").asString(), old, "R_kgDOnobody")))
			.json();
		assertThat(data.at("/data/nodes/0/nameWithOwner").asString()).isEqualTo("vuejs/vue");
		assertThat(data.at("/data/nodes/1/nameWithOwner").asString()).isEqualTo("vuejs/vue");
		assertThat(data.at("/data/nodes/2").isNull()).isTrue();
		assertThat(data.at("/errors/0/type").asString()).isEqualTo("NOT_FOUND");
		assertThat(data.at("/errors/0/path")).hasToString("[\"nodes\",2]");
	}

	@Test
	void understandsFragmentsAliasesVariablesAndDirectives() throws IOException {
		Answer answer = this.client.query("""
				query($owner: String!, $name: String!, $more: Boolean!) {
				  a: repository(owner: $owner, name: $name) { ...Facts forks @include(if: $more) { totalCount } }
				  b: repository(owner: "torvalds", name: "linux") { ...Facts }
				}
				fragment Facts on Repository { nameWithOwner stars: stargazerCount }""",
				Map.of("owner", "vuejs", "name", "vue", "more", false));
		JsonNode data = answer.json().get("data");
		assertThat(data.at("/a/nameWithOwner").asString()).isEqualTo("vuejs/vue");
		assertThat(data.get("a").propertyNames()).containsExactly("nameWithOwner", "stars");
		assertThat(data.at("/b/stars").asInt()).isPositive();
		assertThat(answer.header("x-github-media-type")).isEqualTo("github.v4; format=json");
		assertThat(answer.header("x-ratelimit-resource")).isEqualTo("graphql");
	}

	@Test
	void spreadsCommitsOverTheLifeOfARepository() throws IOException {
		JsonNode history = data("""
				{ repository(owner: "vuejs", name: "vue") { defaultBranchRef { target { ... on Commit {
				  all: history { totalCount }
				  young: history(since: "2026-01-01T00:00:00Z") { totalCount }
				  page: history(first: 3) { nodes { oid committedDate messageHeadline } pageInfo { hasNextPage } }
				} } } } }""").at("/repository/defaultBranchRef/target");
		assertThat(history.at("/young/totalCount").asInt()).isLessThan(history.at("/all/totalCount").asInt());
		assertThat(history.at("/page/nodes").valueStream().map((node) -> node.get("oid").asString())).hasSize(3)
			.doesNotHaveDuplicates()
			.allMatch((oid) -> oid.matches("[0-9a-f]{40}"));
	}

	@Test
	void tellsTheSchema() throws IOException {
		JsonNode schema = data("{ __schema { queryType { name } } __type(name: \"Repository\") { fields { name } } }");
		assertThat(schema.at("/__schema/queryType/name").asString()).isEqualTo("Query");
		assertThat(schema.at("/__type/fields").size()).isGreaterThan(40);
	}

	private JsonNode data(String query) throws IOException {
		Answer answer = this.client.query(query);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("errors")).isEmpty();
		return answer.json().get("data");
	}

}
