package io.tgr.trending;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.TestPropertySource;
import reactor.core.scheduler.Scheduler;
import reactor.test.StepVerifier;

import io.tgr.common.store.StoreException;
import io.tgr.trending.archive.Archive;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What could not be read is soon asked for again, and not for every answer.
 */
@ApiTest
@TestPropertySource(properties = { "tgr.trending.archive.guess=1h", "tgr.trending.archive.patience=200ms" })
class StoreBackApiTests {

	@LocalServerPort
	private int port;

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private MapStore store;

	@Autowired
	private Archive archive;

	@Autowired
	private MeterRegistry meters;

	@Autowired
	private Scheduler rankingScheduler;

	@AfterEach
	void bringBack() {
		this.store.failure = null;
	}

	@Test
	void aStoreIsAskedAgainAfterSecondsAndNotForEveryAnswer() {
		Repositories.sweep(this.pool, this.discovery);
		this.store.failure = new StoreException("away", null);
		assertThat(complete("cpp")).isFalse();
		int reads = this.store.gets.get();
		for (int answer = 0; answer < 20; answer++) {
			assertThat(complete("cpp")).isFalse();
		}
		assertThat(this.store.gets).hasValueLessThan(reads + 20);
		this.store.failure = null;
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> complete("cpp"));
		int known = this.store.gets.get();
		assertThat(complete("cpp")).isTrue();
		assertThat(this.store.gets).hasValue(known);
	}

	@Test
	void aStoreThatIsKnownToBeAwayIsNotAskedAgain() {
		Repositories.sweep(this.pool, this.discovery);
		this.store.failure = new StoreException("away", null);
		assertThat(complete("csharp")).isFalse();
		int reads = this.store.gets.get();
		Awaitility.await()
			.during(Duration.ofSeconds(3))
			.atMost(Duration.ofSeconds(10))
			.until(() -> !complete("csharp"));
		assertThat(this.store.gets).hasValue(reads);
		this.store.failure = null;
		Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> complete("csharp"));
	}

	@Test
	void whatWaitsForOtherRankingsDoesNotSayThatTheStoreIsAway() {
		Repositories.sweep(this.pool, this.discovery);
		CountDownLatch never = new CountDownLatch(1);
		for (int thread = 0; thread < 2; thread++) {
			this.rankingScheduler.schedule(() -> awaitShortly(never));
		}
		RankingKey key = new RankingKey(List.of("Java", "Kotlin"), Window.DAILY);
		StepVerifier.create(this.archive.before(key, LocalDate.parse("2026-11-21")))
			.assertNext((earlier) -> assertThat(earlier.isRead()).isTrue())
			.expectComplete()
			.verify(Duration.ofSeconds(10));
	}

	@Test
	void everyAnswerThatHadToDoWithoutIsCounted() {
		Repositories.sweep(this.pool, this.discovery);
		this.store.failure = new StoreException("away", null);
		assertThat(complete("kotlin")).isFalse();
		double counted = counted();
		for (int answer = 0; answer < 5; answer++) {
			assertThat(complete("kotlin")).isFalse();
		}
		assertThat(counted()).isEqualTo(counted + 5);
	}

	private double counted() {
		return this.meters.get("tgr.trending.fallbacks").tag("part", "earlier").counter().count();
	}

	private static void awaitShortly(CountDownLatch never) {
		try {
			assertThat(never.await(600, TimeUnit.MILLISECONDS)).isFalse();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private boolean complete(String language) {
		return new ApiClient(this.port).get("/trending?language=" + language).get("complete").asBoolean();
	}

}
