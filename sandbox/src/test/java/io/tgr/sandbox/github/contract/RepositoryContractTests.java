package io.tgr.sandbox.github.contract;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.sandbox.github.SandboxClient;
import io.tgr.sandbox.github.SandboxClient.Answer;
import io.tgr.sandbox.github.catalogue.Catalogue;
import io.tgr.sandbox.github.catalogue.Repository;

import static org.assertj.core.api.Assertions.assertThat;

class RepositoryContractTests {

	private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

	private static final List<String> PARTS = List.of("", "/languages", "/contributors",
			"/contributors?per_page=5&page=2", "/releases/latest", "/readme", "/topics", "/community/profile",
			"/stargazers", "/stargazers/history", "/stargazers/history?page=2&per_page=5", "/stargazers/count");

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().today(TODAY).secondaryLimits(false).start();

	private static final List<Repository> REPOSITORIES = Catalogue.open(() -> TODAY).snapshot().repositories();

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void answersAsPublishedWhateverTheRepository(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.withToken(SANDBOX), version);
		Set<Integer> statuses = new LinkedHashSet<>();
		for (Repository repository : sample()) {
			for (String part : PARTS) {
				statuses.add(client.get("/repos/" + repository.fullName() + part).status());
			}
			client.get("/repositories/" + repository.id());
		}
		assertThat(statuses).containsExactlyInAnyOrder(200, 404);
		assertThat(client.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void answersTheAnonymousAsPublished(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.anonymous(SANDBOX), version);
		for (String part : PARTS) {
			client.get("/repos/vuejs/vue" + part);
		}
		assertThat(client.violations()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { GithubContract.OLD, GithubContract.NEW })
	void redirectsAndRefusesAsPublished(String version) throws IOException {
		ContractClient client = new ContractClient(SandboxClient.withToken(SANDBOX), version);
		Answer moved = client.get("/repos/facebook/react");
		assertThat(moved.status()).isEqualTo(301);
		String target = moved.header("location").substring(SANDBOX.url().toString().length());
		assertThat(client.get(target).json().get("full_name").asString()).isEqualTo("react/react");
		assertThat(client.get("/repos/facebook/react/languages").status()).isEqualTo(301);
		assertThat(client.get("/repos/nobody/nothing").status()).isEqualTo(404);
		assertThat(client.get("/repositories/1").status()).isEqualTo(404);
		assertThat(client.get("/repos/vuejs/vue/stargazers/history?page=101").status()).isEqualTo(422);
		ContractClient stranger = new ContractClient(
				SandboxClient.anonymous(SANDBOX).with("Authorization", "Bearer nobody"), version);
		assertThat(stranger.get("/repos/vuejs/vue").status()).isEqualTo(401);
		assertThat(client.violations()).isEmpty();
		assertThat(stranger.violations()).isEmpty();
	}

	@Test
	void leavesOutOfTheNewVersionWhatItRemoved() throws IOException {
		SandboxClient client = SandboxClient.withToken(SANDBOX);
		assertThat(client.get("/repos/vuejs/vue").json().has("has_downloads")).isTrue();
		assertThat(client.with("X-GitHub-Api-Version", GithubContract.NEW)
			.get("/repos/vuejs/vue")
			.json()
			.has("has_downloads")).isFalse();
	}

	@Test
	void hasTheHeadersOfEveryAnswer() throws IOException {
		Answer answer = SandboxClient.withToken(SANDBOX).get("/repos/vuejs/vue");
		assertThat(answer.headers()).containsEntry("x-github-media-type", "github.v3; format=json")
			.containsEntry("x-github-api-version-selected", GithubContract.OLD)
			.containsEntry("cache-control", "private, max-age=60, s-maxage=60")
			.containsKeys("x-github-request-id", "etag", "last-modified", "vary", "x-ratelimit-limit",
					"x-ratelimit-remaining", "x-ratelimit-reset", "x-ratelimit-used", "x-ratelimit-resource");
		assertThat(answer.header("content-type")).startsWith("application/json");
	}

	private static List<Repository> sample() {
		List<Repository> sample = new ArrayList<>();
		for (int index = 0; index < REPOSITORIES.size(); index += 500) {
			sample.add(REPOSITORIES.get(index));
		}
		Stream
			.<Predicate<Repository>>of((it) -> it.license() == null, (it) -> it.language() == null,
					(it) -> it.stars() == 0, (it) -> it.topics().isEmpty(), (it) -> it.description() == null,
					(it) -> it.extras().latestRelease() == null, (it) -> it.extras().archived(),
					(it) -> it.owner().organization(), (it) -> !it.owner().organization(),
					(it) -> it.homepage() != null, (it) -> it.license() != null && !it.license().known(),
					(it) -> it.dates().created().toString().startsWith("2026"))
			.map((kind) -> REPOSITORIES.stream().filter(kind).findFirst())
			.forEach((found) -> found.ifPresent(sample::add));
		return sample;
	}

}
