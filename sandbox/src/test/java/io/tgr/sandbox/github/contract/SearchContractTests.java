package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

class SearchContractTests {

	private static final List<String> QUERIES = List.of("language:java stars:>1000", "language:\"Jupyter Notebook\"",
			"language:C++ created:>2026-01-01", "stars:10..50", "pushed:>=2026-11-01 stars:>5",
			"topic:machine-learning", "license:mit archived:false", "react in:name", "framework OR library",
			"created:2026-10-01..2026-11-20", "fork:true stars:>100000", "nothing-at-all-has-this-name");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder()
		.today(LocalDate.of(2026, 11, 22))
		.buckets(false)
		.start();

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void findsAsPublished(String version) throws IOException {
		for (SandboxClient caller : List.of(SandboxClient.withToken(SANDBOX), SandboxClient.anonymous(SANDBOX))) {
			ContractClient client = new ContractClient(caller, version);
			for (String query : QUERIES) {
				String path = "/search/repositories?per_page=20&q=" + URLEncoder.encode(query, StandardCharsets.UTF_8);
				Answer answer = client.get(path);
				assertThat(answer.status()).as(query).isEqualTo(200);
				client.get(path + "&sort=stars&order=asc&page=2");
			}
			assertThat(client.violations()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void refusesAsPublished(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.withToken(SANDBOX), version);
		for (String query : List.of("", "?q=", "?q=stars:%3E1&per_page=100&page=11", "?q=user:nobody-has-this-login",
				"?q=" + "x".repeat(257))) {
			assertThat(client.get("/search/repositories" + query).status()).as(query).isEqualTo(422);
		}
		assertThat(client.violations()).isEmpty();
	}

}
