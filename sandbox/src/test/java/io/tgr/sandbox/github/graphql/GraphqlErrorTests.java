package io.tgr.sandbox.github.graphql;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class GraphqlErrorTests {

	private static final GithubSandbox SANDBOX = GithubSandbox.start();

	private final SandboxClient client = SandboxClient.withToken(SANDBOX);

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@Test
	void saysWhichAliasIsNotFoundAndAnswersTheRest() throws IOException {
		JsonNode answer = answer("""
				{ gone: repository(owner: "github", name: "non-existing-repository") { name }
				  there: repository(owner: "facebook", name: "react") { name } }""");
		assertThat(answer.at("/data/gone").isNull()).isTrue();
		assertThat(answer.at("/data/there/name").asString()).isEqualTo("react");
		assertThat(answer.get("errors")).hasSize(1);
		assertThat(answer.at("/errors/0")).hasToString(
				"{\"type\":\"NOT_FOUND\",\"path\":[\"gone\"],\"locations\":[{\"line\":1,\"column\":3}],\"message\":\"Could not resolve to a Repository with the name 'github/non-existing-repository'.\"}");
	}

	@Test
	void saysWhichFieldDoesNotExist() throws IOException {
		JsonNode answer = answer("{\nnil\n}");
		assertThat(answer.get("data")).isNull();
		JsonNode error = answer.at("/errors/0");
		assertThat(error.get("path")).hasToString("[\"query\",\"nil\"]");
		assertThat(error.at("/extensions/code").asString()).isEqualTo("undefinedField");
		assertThat(error.at("/extensions/typeName").asString()).isEqualTo("Query");
		assertThat(error.at("/extensions/fieldName").asString()).isEqualTo("nil");
		assertThat(error.get("locations")).hasToString("[{\"line\":2,\"column\":1}]");
		assertThat(error.get("message").asString()).isEqualTo("Field 'nil' doesn't exist on type 'Query'");
	}

	@Test
	void refusesPagesOfMoreThanAHundred() throws IOException {
		JsonNode error = answer("{ search(type: REPOSITORY, query: \"x\", first: 101) { nodes { __typename } } }")
			.at("/errors/0");
		assertThat(error.get("type").asString()).isEqualTo("EXCESSIVE_PAGINATION");
		assertThat(error.get("message").asString())
			.isEqualTo("Requesting 101 records on the `search` connection exceeds the `first` limit of 100 records.");
	}

	@Test
	void refusesPagesWithoutAnEnd() throws IOException {
		JsonNode error = answer("{ repository(owner: \"facebook\", name: \"react\") { languages { nodes { name } } } }")
			.at("/errors/0");
		assertThat(error.get("type").asString()).isEqualTo("MISSING_PAGINATION_BOUNDARIES");
		assertThat(error.get("path")).hasToString("[\"repository\",\"languages\"]");
	}

	@Test
	void refusesMoreThanHalfAMillionNodes() throws IOException {
		StringBuilder fields = new StringBuilder();
		for (int alias = 0; alias < 60; alias++) {
			fields.append("a").append(alias).append(": languages(first: 100) { totalCount } ");
		}
		JsonNode answer = answer("{ search(type: REPOSITORY, query: \"x\", first: 100) { nodes { ... on Repository { "
				+ fields + "} } } }");
		assertThat(answer.get("data")).isNull();
		assertThat(answer.at("/errors/0")).hasToString(
				"{\"type\":\"MAX_NODE_LIMIT_EXCEEDED\",\"message\":\"This query requests up to 600,100 possible nodes which exceeds the maximum limit of 500,000.\"}");
	}

	@Test
	void refusesMoreThanAHundredIds() throws IOException {
		Answer answer = this.client.query("query($ids: [ID!]!) { nodes_101: nodes(ids: $ids) { id } }",
				Map.of("ids", Collections.nCopies(101, "R_kgDOAA")));
		assertThat(answer.json().get("data").isNull()).isTrue();
		assertThat(answer.json().get("errors")).hasSize(1);
		assertThat(answer.json().at("/errors/0/type").asString()).isEqualTo("ARGUMENT_LIMIT");
		assertThat(answer.json().at("/errors/0/message").asString())
			.isEqualTo("You may not provide more than 100 node ids; you provided 101.");
		assertThat(answer.json().at("/errors/0/path")).hasToString("[\"nodes_101\"]");
	}

	@Test
	void answersWhatIsNoQuery() throws IOException {
		assertThat(answer("{ viewer {").at("/errors/0/message").asString()).startsWith("Parse error on");
		assertThat(this.client.send("POST", "/graphql", Map.of()).json().at("/errors/0/message").asString())
			.isEqualTo("A query attribute must be specified and must be a string.");
		assertThat(this.client.send("POST", "/graphql", List.of(1)).status()).isEqualTo(400);
		assertThat(answer("{ repository(owner: \"a\") { name } }").at("/errors/0/message").asString()).contains("name");
		assertThat(answer("query($n: Int!) { search(type: REPOSITORY, query: \"x\", first: $n) { repositoryCount } }")
			.at("/errors/0/message")
			.asString()).contains("'n'");
	}

	@Test
	void refusesACursorOfItsOwnMaking() throws IOException {
		JsonNode error = answer(
				"{ search(type: REPOSITORY, query: \"x\", first: 1, after: \"?\") { repositoryCount } }")
			.at("/errors/0");
		assertThat(error.get("type").asString()).isEqualTo("INVALID_CURSOR_ARGUMENTS");
	}

	@Test
	void doesNotPretendToFilterWhatItCannot() throws IOException {
		JsonNode answer = answer(
				"{ repository(owner: \"facebook\", name: \"react\") { issues(labels: [\"bug\"]) { totalCount } } }");
		assertThat(answer.at("/errors/0/type").asString()).isEqualTo("UNPROCESSABLE");
	}

	private JsonNode answer(String query) throws IOException {
		Answer answer = this.client.query(query);
		assertThat(answer.status()).isEqualTo(200);
		return answer.json();
	}

}
