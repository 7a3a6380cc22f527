package io.tgr.trending;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.pool.CandidatePool;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * More to rank and to encode than can be done in time.
 */
@ApiTest
class OverloadTests {

	private static final int MORE_THAN_FITS = 100_000;

	private final CountDownLatch end = new CountDownLatch(1);

	private final List<Disposable> work = new ArrayList<>();

	@Autowired
	private CandidatePool pool;

	@Autowired
	private ScriptedDiscovery discovery;

	@Autowired
	private Scheduler rankingScheduler;

	private ApiClient client;

	@BeforeEach
	void fill(@LocalServerPort int port) {
		this.client = new ApiClient(port);
		Repositories.sweep(this.pool, this.discovery);
		this.discovery.mostStarred = Mono.just(List.of());
	}

	@AfterEach
	void rest() {
		this.end.countDown();
		this.work.forEach(Disposable::dispose);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending?language=java", "/trending?language=java&details=true", "/trending/Java/1",
			"/languages", "/quota", "/?n=2&l=java" })
	void saysSoInTime(String question) {
		for (int thread = 0; thread < 2; thread++) {
			this.work.add(this.rankingScheduler.schedule(this::await));
		}
		assertOverloaded(question);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/trending?language=java", "/trending?language=java&details=true", "/trending/Java/1",
			"/languages", "/quota", "/?n=2&l=java" })
	void saysSoWhenNothingMoreCanWait(String question) {
		try {
			for (int task = 0; task < MORE_THAN_FITS; task++) {
				this.work.add(this.rankingScheduler.schedule(this::await));
			}
		}
		catch (RejectedExecutionException ex) {
			assertOverloaded(question);
			return;
		}
		throw new AssertionError("Everything fits");
	}

	private void assertOverloaded(String question) {
		assertThat(this.client.problem(question, 503).get("type").asString()).isEqualTo("urn:tgr:problem:overloaded");
		this.client.request(HttpMethod.GET, question)
			.exchange()
			.expectHeader()
			.valueEquals(HttpHeaders.RETRY_AFTER, "5")
			.expectHeader()
			.valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
	}

	private void await() {
		try {
			this.end.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
