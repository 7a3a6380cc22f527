package io.tgr.trending;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.trending.discovery.SweepProgress;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the whole service knows after it was started again on the same directory: killed
 * in the middle of its first sweep, and then stopped as it should be.
 */
class RestartIntegrationTests {

	private static final String QUESTION = "/trending?language=python&window=weekly&limit=50";

	private final QuickServices services = new QuickServices();

	@TempDir
	private Path directory;

	@AfterEach
	void stop() {
		this.services.close();
	}

	@Test
	void losesSecondsWhenKilledAndNothingWhenStopped(@TempDir Path logs) {
		ConfigurableApplicationContext resumed = goesOnAfterAKill(logs);
		JsonNode before = QuickServices.client(resumed).get(QUESTION);
		assertThat(before.get("complete").asBoolean()).isTrue();
		QuickServices.client(resumed).get("/trending?language=Haskell");
		assertThat(this.services.awaitQuiet()).isGreaterThan(100);
		resumed.close();
		answersAsBeforeAndAsksGithubForNextToNothing(before);
	}

	private ConfigurableApplicationContext goesOnAfterAKill(Path logs) {
		long known;
		try (ServiceProcess killed = this.services.process(logs.resolve("killed.log"), "2000", store())) {
			Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> measured(killed.client()) > 100);
			known = measured(killed.client());
			Awaitility.await().pollDelay(Duration.ofSeconds(4)).until(() -> true);
		}
		long calls = this.services.calls();
		ConfigurableApplicationContext next = this.services.trending(store());
		assertThat(measured(QuickServices.client(next))).isGreaterThanOrEqualTo(known);
		Awaitility.await()
			.atMost(Duration.ofSeconds(180))
			.until(() -> next.getBean(SweepProgress.class).firstSweepComplete());
		assertThat(this.services.awaitQuiet()).isLessThan(calls + (7 + 150L) * (QuickServices.LANGUAGES + 1));
		return next;
	}

	private void answersAsBeforeAndAsksGithubForNextToNothing(JsonNode before) {
		this.services.forgetCalls();
		ConfigurableApplicationContext second = this.services.trending(store());
		long ready = System.nanoTime();
		JsonNode after = QuickServices.client(second).get(QUESTION);
		assertThat(Duration.ofNanos(System.nanoTime() - ready)).isLessThan(Duration.ofSeconds(1));
		assertThat(after.get("complete").asBoolean()).isTrue();
		assertThat(rows(after)).isEqualTo(rows(before));
		assertThat(after.get("coverage")).isEqualTo(before.get("coverage"));
		assertThat(after.get("asOf")).isEqualTo(before.get("asOf"));
		assertThat(QuickServices.client(second).get("/trending?language=Haskell").get("items")).isNotEmpty();
		assertThat(this.services.awaitQuiet()).isLessThanOrEqualTo(5);
	}

	// The day's ranking may have been kept meanwhile.
	private static List<JsonNode> rows(JsonNode answer) {
		List<JsonNode> rows = new ArrayList<>();
		answer.get("items").forEach((row) -> rows.add(((ObjectNode) row).without("firstRankedOn")));
		return rows;
	}

	private static long measured(ApiClient client) {
		return client.get("/trending?limit=1").at("/coverage/measured").asLong();
	}

	private String store() {
		return "--tgr.store.path=" + this.directory;
	}

}
