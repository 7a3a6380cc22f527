package io.tgr.trending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import io.tgr.details.RepoDetailsServiceApplication;
import io.tgr.sandbox.github.GithubSandbox;
import io.tgr.trending.discovery.SweepProgress;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three replicas on a real Redis server.
 */
class ReplicaIntegrationTests {

	private static final int LANGUAGES = 1;

	private static final String QUESTION = "/trending?language=python&window=weekly&limit=50";

	private final RedisServer redis = RedisServer.start();

	private final GithubSandbox sandbox = GithubSandbox.builder().buckets(false).secondaryLimits(false).start();

	private final ApiClient github = new ApiClient(this.sandbox.url().getPort());

	private final List<AutoCloseable> running = new ArrayList<>();

	@AfterEach
	void stop() throws Exception {
		for (int last = this.running.size() - 1; last >= 0; last--) {
			this.running.get(last).close();
		}
		this.sandbox.close();
		this.redis.close();
	}

	@Test
	void oneRefreshesAndTheOthersAnswerTheSame(@TempDir Path logs) {
		ConfigurableApplicationContext details = start(RepoDetailsServiceApplication.class,
				arguments(List.of("--server.port=0", "--tgr.store.path=")));
		List<String> settings = arguments(List.of("--tgr.store.redis.url=" + this.redis.url(),
				"--tgr.trending.details-url=http://127.0.0.1:" + port(details),
				"--tgr.trending.discovery.languages=" + LANGUAGES,
				"--tgr.trending.discovery.measurements-per-minute=100000",
				"--tgr.trending.discovery.searches-per-minute=100000", "--tgr.trending.discovery.tick=50ms"));
		ServiceProcess first = ServiceProcess.start(logs.resolve("first.log"), settings);
		this.running.add(first);
		ConfigurableApplicationContext second = replica(settings);
		ConfigurableApplicationContext third = replica(settings);
		for (ConfigurableApplicationContext follower : List.of(second, third)) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(180))
				.until(follower.getBean(SweepProgress.class)::firstSweepComplete);
			assertThat(leads(follower)).isFalse();
		}
		assertThat(this.github.get("/_sandbox/calls").at("/byPath/search").asInt())
			.isLessThanOrEqualTo(7 * (LANGUAGES + 1));
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			JsonNode rows = first.client().get(QUESTION).get("items");
			assertThat(rows).hasSize(50);
			assertThat(client(second).get(QUESTION).get("items")).isEqualTo(rows);
			assertThat(client(third).get(QUESTION).get("items")).isEqualTo(rows);
		});
		// What one replica looks up live, the others know, and the refresher completes.
		client(second).get("/trending?language=Haskell");
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> client(third).get("/trending?language=Haskell").get("complete").asBoolean());
		first.close();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> leads(second) || leads(third));
		assertThat(leads(second) && leads(third)).isFalse();
		this.redis.close();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !leads(second) && !leads(third));
		assertThat(client(second).get(QUESTION).get("items")).hasSize(50);
		client(third).get("/trending?language=Zig");
		this.redis.run();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> leads(second) || leads(third));
		int known = third.getBean(CandidatePool.class).size(null);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> second.getBean(CandidatePool.class).size("Zig") > 0);
		Awaitility.await().pollDelay(Duration.ofSeconds(5)).until(() -> true);
		ConfigurableApplicationContext fourth = replica(settings);
		assertThat(fourth.getBean(CandidatePool.class).size(null)).isGreaterThanOrEqualTo(known);
		assertThat(client(fourth).get(QUESTION).get("complete").asBoolean()).isTrue();
	}

	private ConfigurableApplicationContext replica(List<String> settings) {
		return start(TrendingServiceApplication.class,
				Stream.concat(settings.stream(), Stream.of("--server.port=0")).toList());
	}

	private ConfigurableApplicationContext start(Class<?> application, List<String> settings) {
		ConfigurableApplicationContext context = new SpringApplicationBuilder(application)
			.run(settings.toArray(String[]::new));
		this.running.add(context);
		return context;
	}

	private List<String> arguments(List<String> own) {
		List<String> all = new ArrayList<>(own);
		all.addAll(List.of("--server.address=127.0.0.1", "--tgr.github.url=" + this.sandbox.url(),
				"--tgr.github.token=sandbox-token", "--tgr.github.points-per-minute=1000000",
				"--tgr.inbound.requests-per-minute=0", "--management.metrics.use-global-registry=false"));
		return all;
	}

	private static boolean leads(ConfigurableApplicationContext replica) {
		return replica.getBean(MeterRegistry.class).get("tgr.refresher.leader").gauge().value() == 1;
	}

	private static ApiClient client(ConfigurableApplicationContext context) {
		return new ApiClient(Integer.parseInt(port(context)));
	}

	private static String port(ConfigurableApplicationContext context) {
		return Objects.requireNonNull(context.getEnvironment().getProperty("local.server.port"));
	}

}
