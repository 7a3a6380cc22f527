package io.tgr.trending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.trending.discovery.SweepProgress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the whole service knows after it was started again on the same directory.
 */
class RestartIntegrationTests {

	private static final int LANGUAGES = 1;

	private final GithubSandbox sandbox = GithubSandbox.builder().buckets(false).secondaryLimits(false).start();

	private final ApiClient github = new ApiClient(this.sandbox.url().getPort());

	private final List<ConfigurableApplicationContext> contexts = new ArrayList<>();

	@TempDir
	private Path directory;

	private ConfigurableApplicationContext details;

	@BeforeEach
	void startDetails() {
		this.details = start(RepoDetailsServiceApplication.class, "--tgr.store.path=");
	}

	@AfterEach
	void stop() {
		for (int last = this.contexts.size() - 1; last >= 0; last--) {
			this.contexts.get(last).close();
		}
		this.sandbox.close();
	}

	@Test
	void answersAsBeforeAndAsksGithubForNextToNothing() {
		ConfigurableApplicationContext first = trending();
		Awaitility.await()
			.atMost(Duration.ofSeconds(180))
			.until(() -> first.getBean(SweepProgress.class).firstSweepComplete());
		long quiet = awaitQuiet();
		assertThat(quiet).isGreaterThan(100);
		JsonNode before = client(first).get("/trending?language=python&window=weekly&limit=50");
		assertThat(before.get("complete").asBoolean()).isTrue();
		client(first).get("/trending?language=Haskell");
		awaitQuiet();
		first.close();
		this.github.request(HttpMethod.DELETE, "/_sandbox/calls").exchange();
		ConfigurableApplicationContext second = trending();
		long ready = System.nanoTime();
		JsonNode after = client(second).get("/trending?language=python&window=weekly&limit=50");
		assertThat(Duration.ofNanos(System.nanoTime() - ready)).isLessThan(Duration.ofSeconds(1));
		assertThat(after.get("complete").asBoolean()).isTrue();
		assertThat(after.get("items")).isEqualTo(before.get("items"));
		assertThat(after.get("coverage")).isEqualTo(before.get("coverage"));
		assertThat(after.get("asOf")).isEqualTo(before.get("asOf"));
		assertThat(client(second).get("/trending?language=Haskell").get("items")).isNotEmpty();
		assertThat(awaitQuiet()).isLessThanOrEqualTo(5);
	}

	@Test
	void killedInTheMiddleOfASweepItLosesSecondsAndGoesOn(@TempDir Path logs) {
		long known;
		try (ServiceProcess killed = ServiceProcess.start(logs.resolve("killed.log"), arguments(settings("2000")))) {
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> measured(killed.client()) > 100);
			known = measured(killed.client());
			Awaitility.await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
		}
		long calls = calls();
		ConfigurableApplicationContext next = trending();
		assertThat(measured(client(next))).isGreaterThanOrEqualTo(known);
		Awaitility.await()
			.atMost(Duration.ofSeconds(180))
			.until(() -> next.getBean(SweepProgress.class).firstSweepComplete());
		assertThat(awaitQuiet()).isLessThan(calls + 7 * (LANGUAGES + 1) + 150L * (LANGUAGES + 1));
		assertThat(client(next).get("/trending?language=python&window=weekly").get("complete").asBoolean()).isTrue();
	}

	private static long measured(ApiClient client) {
		return client.get("/trending?limit=1").at("/coverage/measured").asLong();
	}

	private ConfigurableApplicationContext trending() {
		return start(TrendingServiceApplication.class, settings("100000").toArray(String[]::new));
	}

	private List<String> settings(String pace) {
		return List.of("--tgr.store.path=" + this.directory,
				"--tgr.trending.details-url=http://127.0.0.1:" + port(this.details),
				"--tgr.trending.discovery.languages=" + LANGUAGES,
				"--tgr.trending.discovery.measurements-per-minute=" + pace,
				"--tgr.trending.discovery.searches-per-minute=100000", "--tgr.trending.discovery.tick=50ms");
	}

	private ConfigurableApplicationContext start(Class<?> application, String... arguments) {
		List<String> all = new ArrayList<>(arguments(List.of(arguments)));
		all.add("--server.port=0");
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.run(all.toArray(String[]::new));
		this.contexts.add(context);
		return context;
	}

	private List<String> arguments(List<String> own) {
		List<String> all = new ArrayList<>(own);
		all.addAll(List.of("--server.address=127.0.0.1", "--tgr.github.url=" + this.sandbox.url(),
				"--tgr.github.token=sandbox-token", "--tgr.github.points-per-minute=1000000",
				"--tgr.inbound.requests-per-minute=0", "--management.metrics.use-global-registry=false"));
		return all;
	}

	private static ApiClient client(ConfigurableApplicationContext context) {
		return new ApiClient(Integer.parseInt(port(context)));
	}

	private static String port(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
	}

	// So many calls came until none came for three seconds.
	private long awaitQuiet() {
		long[] last = { -1 };
		Awaitility.await().pollInterval(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(60)).until(() -> {
			long before = last[0];
			last[0] = calls();
			return last[0] == before;
		});
		return last[0];
	}

	private long calls() {
		JsonNode calls = this.github.get("/_sandbox/calls").get("byPath");
		return calls.valueStream().mapToLong(JsonNode::asLong).sum();
	}

}
