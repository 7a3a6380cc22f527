package io.tgr.trending;

import java.time.Duration;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;

import io.tgr.common.store.StoreException;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What could not be read is soon asked for again, and not for every answer.
 */
@ApiTest
@TestPropertySource(properties = "tgr.trending.archive.guess=1h")
class StoreBackApiTests {

	private static final String QUESTION = "/trending?language=cpp";

	@LocalServerPort
	private int port;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MapStore store;

	@AfterEach
	void bringBack() {
		this.store.failure = null;
	}

	@Test
	void aStoreIsAskedAgainAfterSecondsAndNotForEveryAnswer() {
		Repositories.sweep(this.pool, this.discovery);
		this.store.failure = new StoreException("away", null);
		assertThat(complete()).isFalse();
		int reads = this.store.gets.get();
		for (int answer = 0; answer < 20; answer++) {
			assertThat(complete()).isFalse();
		}
		assertThat(this.store.gets).hasValueLessThan(reads + 20);
		this.store.failure = null;
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(this::complete);
		int known = this.store.gets.get();
		assertThat(complete()).isTrue();
		assertThat(this.store.gets).hasValue(known);
	}

	private boolean complete() {
		return new ApiClient(this.port).get(QUESTION).get("complete").asBoolean();
	}

}
