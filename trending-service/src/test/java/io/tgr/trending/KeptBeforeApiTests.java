package io.tgr.trending;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

import io.tgr.common.store.StoredEntry;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of records in the archive that this version cannot read.
 */
@ApiTest
@TestPropertySource(properties = "tgr.trending.archive.interval=20ms")
@ExtendWith(OutputCaptureExtension.class)
class KeptBeforeApiTests {

	private static final byte[] NEWER = { 9, 1, 2, 3 };

	private static final byte[] DAMAGED = { 1, 7, 7 };

	@LocalServerPort
	private int port;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MapStore store;

	@Autowired
	private MeterRegistry meters;

	@BeforeEach
	void fill() {
		this.discovery.current.clear();
		Repositories.sweep(this.pool, this.discovery);
	}

	@AfterEach
	void forget() {
		this.discovery.current.clear();
		this.store.entries.clear();
	}

	@Test
	void whatANewerVersionKeptIsLeftAlone(CapturedOutput output) {
		double told = told("boards", "newer");
		put("board/C%23/daily", NEWER);
		put("ranking/2026-11-21/C%23/weekly", NEWER);
		this.discovery.current.add("C#");
		awaitKeys("board/C%23/", "board/C%23/daily", "board/C%23/monthly");
		assertThat(this.store.keys("ranking/2026-11-21/C%23/")).containsExactly("ranking/2026-11-21/C%23/monthly",
				"ranking/2026-11-21/C%23/weekly");
		assertThat(value("board/C%23/daily")).isEqualTo(NEWER);
		assertThat(value("ranking/2026-11-21/C%23/weekly")).isEqualTo(NEWER);
		assertThat(told("boards", "newer")).isGreaterThan(told);
		assertThat(told("rankings", "newer")).isPositive();
		assertThat(output.getOut()).contains("The record board/C%23/daily of the store is passed over (newer)");
		JsonNode answer = new ApiClient(this.port).get("/trending?language=csharp&new=true");
		assertThat(answer.at("/coverage/missing").valueStream().map(JsonNode::asString)).contains("not-kept");
	}

	@Test
	void aDamagedBoardIsToldBeforeItIsReplaced(CapturedOutput output) {
		double told = told("boards", "damaged");
		put("board/C%2B%2B/daily", DAMAGED);
		this.discovery.current.add("C++");
		awaitKeys("board/C%2B%2B/", "board/C%2B%2B/daily", "board/C%2B%2B/monthly", "board/C%2B%2B/weekly");
		assertThat(value("board/C%2B%2B/daily")).isNotEqualTo(DAMAGED);
		assertThat(told("boards", "damaged")).isGreaterThan(told);
		assertThat(output.getOut()).contains("The record board/C%2B%2B/daily of the store is passed over (damaged)");
	}

	private void put(String key, byte[] value) {
		this.store.entries.put(key, new StoredEntry(key, value, 1, null));
	}

	private byte[] value(String key) {
		return Objects.requireNonNull(this.store.entries.get(key)).value();
	}

	private void awaitKeys(String prefix, String... keys) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> this.store.keys(prefix).equals(List.of(keys)));
	}

	private double told(String records, String reason) {
		return this.meters.get("tgr.memory.unreadable").tags("records", records, "reason", reason).counter().count();
	}

}
