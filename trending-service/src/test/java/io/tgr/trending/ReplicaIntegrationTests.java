package io.tgr.trending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

import io.tgr.common.store.KeyValueStore;
import io.tgr.trending.discovery.SweepProgress;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three replicas on a real Redis server.
 */
class ReplicaIntegrationTests {

	private static final String QUESTION = "/trending?language=python&window=weekly&limit=50";

	private final RedisServer redis = RedisServer.start();

	private final QuickServices services = new QuickServices();

	@AfterEach
	void stop() {
		this.services.close();
		this.redis.close();
	}

	@Test
	void oneRefreshesAndTheOthersAnswerTheSame(@TempDir Path logs) {
		ServiceProcess first = this.services.process(logs.resolve("first.log"), "100000", shared());
		ConfigurableApplicationContext second = this.services.trending(shared());
		ConfigurableApplicationContext third = this.services.trending(shared());
		for (ConfigurableApplicationContext follower : List.of(second, third)) {
			Awaitility.await()
				.atMost(Duration.ofSeconds(180))
				.until(follower.getBean(SweepProgress.class)::firstSweepComplete);
			assertThat(leads(follower)).isFalse();
		}
		assertThat(this.services.searches()).isLessThanOrEqualTo(7 * (QuickServices.LANGUAGES + 1));
		Awaitility.await().atMost(Duration.ofSeconds(20)).untilAsserted(() -> {
			JsonNode rows = first.client().get(QUESTION).get("items");
			assertThat(rows).hasSize(50);
			assertThat(ask(second, QUESTION).get("items")).isEqualTo(rows);
			assertThat(ask(third, QUESTION).get("items")).isEqualTo(rows);
		});
		// What one replica looks up live, the others know, and the refresher completes.
		ask(second, "/trending?language=Haskell");
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> ask(third, "/trending?language=Haskell").get("complete").asBoolean());
		first.close();
		awaitLeader(second, third);
		assertThat(leads(second) && leads(third)).isFalse();
		this.redis.close();
		Awaitility.await().atMost(Duration.ofSeconds(15)).until(() -> !leads(second) && !leads(third));
		assertThat(ask(second, QUESTION).get("items")).hasSize(50);
		ask(third, "/trending?language=Zig");
		this.redis.run();
		awaitLeader(second, third);
		int known = size(third);
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.until(() -> second.getBean(CandidatePool.class).size("Zig") > 0);
		awaitWritten(second, known);
		ConfigurableApplicationContext fourth = this.services.trending(shared());
		assertThat(size(fourth)).isGreaterThanOrEqualTo(known);
		assertThat(ask(fourth, QUESTION).get("complete").asBoolean()).isTrue();
	}

	// A Redis that came back empty is given everything again.
	private static void awaitWritten(ConfigurableApplicationContext replica, int repositories) {
		KeyValueStore store = replica.getBean(KeyValueStore.class);
		for (String prefix : List.of("repo/", "sweep/")) {
			int least = (prefix.equals("repo/")) ? repositories : QuickServices.LANGUAGES + 1;
			Awaitility.await()
				.atMost(Duration.ofSeconds(30))
				.ignoreExceptions()
				.until(() -> store.scan(prefix).count().blockOptional(Duration.ofSeconds(5)).orElse(0L) >= least);
		}
	}

	private static void awaitLeader(ConfigurableApplicationContext one, ConfigurableApplicationContext other) {
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> leads(one) || leads(other));
	}

	// A short lease, so that nobody waits long for the next leader.
	private String[] shared() {
		return new String[] { "--tgr.store.redis.url=" + this.redis.url(), "--tgr.store.lease=5s",
				"--tgr.trending.memory.write-interval=500ms" };
	}

	private static boolean leads(ConfigurableApplicationContext replica) {
		return replica.getBean(MeterRegistry.class).get("tgr.refresher.leader").gauge().value() == 1;
	}

	private static int size(ConfigurableApplicationContext replica) {
		return replica.getBean(CandidatePool.class).size(null);
	}

	private static JsonNode ask(ConfigurableApplicationContext replica, String question) {
		return QuickServices.client(replica).get(question);
	}

}
