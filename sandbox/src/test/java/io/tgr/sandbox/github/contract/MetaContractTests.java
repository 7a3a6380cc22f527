package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;

import static org.assertj.core.api.Assertions.assertThat;

class MetaContractTests {

	private static final GithubSandbox SANDBOX = GithubSandbox.start();

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void saysWhatIsLeftAsPublished(String version) throws IOException {
		for (SandboxClient caller : List.of(SandboxClient.anonymous(SANDBOX), SandboxClient.withClient(SANDBOX),
				SandboxClient.withToken(SANDBOX))) {
			ContractClient client = new ContractClient(caller, version);
			assertThat(client.get("/rate_limit").status()).isEqualTo(200);
			assertThat(client.get("/versions").status()).isEqualTo(200);
			assertThat(client.violations()).isEmpty();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void refusesAppsAsPublished(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.anonymous(SANDBOX), version);
		assertThat(client.send("POST", "/app/installations/1/access_tokens", null).status()).isEqualTo(401);
		assertThat(client.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void refusesWhoHasNothingLeftAsPublished(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.anonymous(SANDBOX), version);
		int status = 200;
		while (status == 200) {
			status = client.get("/search/repositories?per_page=1&q=spring").status();
		}
		assertThat(status).isEqualTo(403);
		assertThat(client.violations()).isEmpty();
	}

}
