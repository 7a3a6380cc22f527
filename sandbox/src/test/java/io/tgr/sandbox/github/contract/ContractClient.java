package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;

/**
 * Asks the sandbox and holds every answer against the contract.
 */
final class ContractClient {

	private final SandboxClient client;

	private final GithubContract contract;

	private final List<String> violations = new ArrayList<>();

	ContractClient(SandboxClient client, String version) throws IOException {
		this.client = client.with("X-GitHub-Api-Version", version);
		this.contract = GithubContract.strict(version);
	}

	Answer get(String path) throws IOException {
		return send("GET", path, null);
	}

	Answer send(String method, String path, @Nullable Object body) throws IOException {
		Answer answer = this.client.send(method, path, body);
		this.contract.violations(method, path, answer.status(), answer.json())
			.forEach((violation) -> this.violations.add(method + " " + path + " " + answer.status() + " " + violation));
		return answer;
	}

	List<String> violations() {
		return this.violations;
	}

}
