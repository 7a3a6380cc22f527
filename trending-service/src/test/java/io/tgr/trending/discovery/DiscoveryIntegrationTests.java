package io.tgr.trending.discovery;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import io.tgr.common.github.GithubException;
import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.trending.TrendingServiceApplication;
import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

class DiscoveryIntegrationTests {

	private static final int LANGUAGES = 30;

	private static final int OPEN_TO_BACKGROUND = 4000;

	private static final Duration LONG = Duration.ofSeconds(20);

	private static final GithubSandbox SANDBOX = GithubSandbox.builder().buckets(false).secondaryLimits(false).start();

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	private final WebClient admin = WebClient.create(SANDBOX.url().toString());

	@AfterAll
	static void stopSandbox() {
		SANDBOX.close();
	}

	@AfterEach
	void stop() {
		for (int last = this.contexts.size() - 1; last >= 0; last--) {
			this.contexts.get(last).close();
		}
		for (String path : List.of("/_sandbox/faults", "/_sandbox/calls")) {
			this.admin.delete().uri(path).retrieve().toBodilessEntity().block(LONG);
		}
	}

	@Test
	void sweepFindsTheTrueTopOfEveryLanguageWithinATokenHour() throws IOException {
		ConfigurableApplicationContext trending = trending("--tgr.trending.discovery.languages=" + LANGUAGES,
				"--tgr.trending.discovery.measurements-per-minute=100000",
				"--tgr.trending.discovery.searches-per-minute=100000", "--tgr.trending.discovery.tick=50ms");
		SweepProgress progress = trending.getBean(SweepProgress.class);
		Awaitility.await().atMost(Duration.ofSeconds(90)).until(progress::firstSweepComplete);
		RealStars truth = new RealStars();
		CandidatePool pool = trending.getBean(CandidatePool.class);
		for (Language language : trending.getBean(Languages.class).byShare(LANGUAGES)) {
			String name = language.name();
			assertThat(truth.recall(name, pool.of(name), 1)).as(name + " daily").isGreaterThanOrEqualTo(0.9);
			assertThat(truth.recall(name, pool.of(name), 7)).as(name + " weekly").isGreaterThanOrEqualTo(0.95);
		}
		assertThat(truth.recall(null, pool.of(null), 1)).isGreaterThanOrEqualTo(0.9);
		assertThat(truth.recall(null, pool.of(null), 7)).isGreaterThanOrEqualTo(0.95);
		assertThat(calls().at("/byPath/core").asInt()).isLessThanOrEqualTo(OPEN_TO_BACKGROUND);
		assertThat(calls().at("/byPath/search").asInt()).isLessThanOrEqualTo(7 * (LANGUAGES + 1));
	}

	@Test
	void languagesSweptOnlyOnceAskedHaveTheirTrueTopSoonAfter() throws IOException {
		ConfigurableApplicationContext trending = trending("--tgr.trending.discovery.languages=0",
				"--tgr.trending.discovery.measurements-per-minute=100000",
				"--tgr.trending.discovery.searches-per-minute=100000", "--tgr.trending.discovery.tick=50ms");
		Discovery discovery = trending.getBean(Discovery.class);
		CandidatePool pool = trending.getBean(CandidatePool.class);
		RealStars truth = new RealStars();
		for (String name : List.of("MATLAB", "ActionScript", "DM", "Vim script")) {
			StepVerifier.create(discovery.ensure(name)).expectComplete().verify(LONG);
			Awaitility.await().atMost(LONG).until(() -> discovery.state(name).stage() == Stage.COMPLETE);
			assertThat(truth.recall(name, pool.of(name), 1)).as(name + " daily").isGreaterThanOrEqualTo(0.9);
			assertThat(truth.recall(name, pool.of(name), 7)).as(name + " weekly").isGreaterThanOrEqualTo(0.95);
		}
	}

	@Test
	void coldQuestionsShareOneBoundedRun() {
		Discovery discovery = trending("--tgr.trending.discovery.refresh=false").getBean(Discovery.class);
		int before = calls().at("/byPath/core").asInt();
		StepVerifier.create(Flux.range(0, 64).flatMap((caller) -> discovery.ensure("C++"), 64))
			.expectComplete()
			.verify(LONG);
		assertThat(calls().at("/byPath/search").asInt()).isEqualTo(3);
		assertThat(calls().at("/byPath/core").asInt() - before).isEqualTo(48);
		assertThat(discovery.state("C++").stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(discovery.state("C++").missing()).containsExactly("pending");
	}

	@Test
	void brokenSearchFailsTheQuestion() {
		Discovery discovery = trending("--tgr.trending.discovery.refresh=false").getBean(Discovery.class);
		fault("/search/**", "unicorn-503");
		StepVerifier.create(discovery.ensure("Rust")).expectError(GithubException.class).verify(LONG);
		assertThat(discovery.state("Rust").stage()).isEqualTo(Stage.NEVER);
	}

	@Test
	void brokenHistoriesLeaveCandidatesAndSaySo() {
		ConfigurableApplicationContext trending = trending("--tgr.trending.discovery.refresh=false");
		Discovery discovery = trending.getBean(Discovery.class);
		fault("/repos/**", "unicorn-503");
		StepVerifier.create(discovery.ensure("Rust")).expectComplete().verify(LONG);
		assertThat(discovery.state("Rust").missing()).containsExactly("github-unavailable");
		assertThat(trending.getBean(CandidatePool.class).of("Rust")).isNotEmpty()
			.allMatch((repository) -> repository.history() == null);
	}

	@Test
	void withoutRepoDetailsThereAreCandidatesOnly() {
		start(TrendingServiceApplication.class, "--tgr.trending.discovery.refresh=false",
				"--tgr.trending.details-url=http://127.0.0.1:1");
		ConfigurableApplicationContext trending = this.contexts.get(0);
		Discovery discovery = trending.getBean(Discovery.class);
		StepVerifier.create(discovery.ensure("Rust")).expectComplete().verify(LONG);
		assertThat(discovery.state("Rust").missing()).containsExactly("details-unavailable");
		assertThat(trending.getBean(CandidatePool.class).of("Rust")).isNotEmpty();
	}

	private ConfigurableApplicationContext trending(String... arguments) {
		URI details = start(RepoDetailsServiceApplication.class);
		List<String> all = new ArrayList<>(List.of(arguments));
		all.add("--tgr.trending.details-url=" + details);
		start(TrendingServiceApplication.class, all.toArray(String[]::new));
		return this.contexts.get(this.contexts.size() - 1);
	}

	private URI start(Class<?> application, String... arguments) {
		List<String> all = new ArrayList<>(List.of(arguments));
		all.addAll(List.of("--server.port=0", "--server.address=127.0.0.1", "--tgr.github.url=" + SANDBOX.url(),
				"--tgr.github.token=sandbox-token", "--tgr.github.points-per-minute=1000000",
				"--tgr.inbound.requests-per-minute=0", "--tgr.store.path=",
				"--management.metrics.use-global-registry=false"));
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.run(all.toArray(String[]::new));
		this.contexts.add(context);
		return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
	}

	private JsonNode calls() {
		return Objects
			.requireNonNull(this.admin.get().uri("/_sandbox/calls").retrieve().bodyToMono(JsonNode.class).block(LONG));
	}

	private void fault(String path, String error) {
		this.admin.put()
			.uri("/_sandbox/faults")
			.contentType(MediaType.APPLICATION_JSON)
			.bodyValue("[{\"path\":\"%s\",\"error\":\"%s\",\"rate\":1.0}]".formatted(path, error))
			.retrieve()
			.toBodilessEntity()
			.block(LONG);
	}

}
