package io.tgr.common.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.diagnostics.FailureAnalyzedException;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.Disposable;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

@ExtendWith(OutputCaptureExtension.class)
class RedisStoreTests extends StoreContract {

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static RedisServer server;

	private final Clock clock = Clock.systemUTC();

	private final String service = "service-" + COUNT.incrementAndGet();

	private RedisStore store;

	@BeforeAll
	static void startServer() {
		server = RedisServer.start();
	}

	@AfterAll
	static void stopServer() {
		if (server != null) {
			server.close();
		}
	}

	@BeforeEach
	void open() {
		this.store = replica();
	}

	@AfterEach
	void close() {
		this.store.stop();
	}

	@Override
	KeyValueStore store() {
		return this.store;
	}

	@Override
	Instant now() {
		return this.clock.instant();
	}

	@Override
	void pass(Duration time) {
		await().pollDelay(time).until(() -> true);
	}

	@Test
	void replicasSeeWhatTheOthersWriteAndHearOfIt() {
		RedisStore other = replica();
		List<StoreChange> heard = new CopyOnWriteArrayList<>();
		List<StoreChange> own = new CopyOnWriteArrayList<>();
		Disposable reading = other.changes("repo/").subscribe(heard::add);
		Disposable writing = this.store.changes("repo/").subscribe(own::add);
		put(entry("repo/1", "one", 2, null), entry("other/1", "one", 2, null), entry("repo/2", "two", 2, null));
		put(entry("repo/1", "older", 1, null));
		StepVerifier.create(this.store.delete(List.of("repo/2", "repo/none"))).expectComplete().verify(PATIENCE);
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(heard).containsExactly(StoreChange.written(List.of("repo/1", "repo/2")),
					StoreChange.removed(List.of("repo/2"))));
		assertThat(own).isEmpty();
		assertThat(other.get("repo/1").map((value) -> text(value.value())).block(PATIENCE)).isEqualTo("one");
		reading.dispose();
		writing.dispose();
		other.stop();
	}

	@Test
	void whoReadsTooSlowlyIsToldToReadAgain() {
		RedisStore other = replica();
		StepVerifier.create(other.changes(""), 1)
			.then(() -> put(entry("a", "1", 1, null)))
			.expectNext(StoreChange.written(List.of("a")))
			.then(() -> put(entry("b", "1", 1, null)))
			.then(() -> put(entry("c", "1", 1, null)))
			.thenAwait(Duration.ofMillis(500))
			.thenRequest(10)
			.expectNext(StoreChange.RESYNC)
			.thenCancel()
			.verify(PATIENCE);
		other.stop();
	}

	@Test
	void oneHoldsALeaseAndGivesItBackWhenItEnds() {
		RedisStore holder = replica("1500ms");
		RedisStore other = replica("1500ms");
		List<Optional<Fence>> first = new CopyOnWriteArrayList<>();
		List<Optional<Fence>> second = new CopyOnWriteArrayList<>();
		Disposable holding = holder.leases().hold("sweep").subscribe(first::add);
		await().atMost(PATIENCE).until(() -> !first.isEmpty());
		Disposable waiting = other.leases().hold("sweep").subscribe(second::add);
		await().atMost(PATIENCE).until(() -> !second.isEmpty());
		assertThat(first.get(0)).isPresent();
		assertThat(second.get(0)).isEmpty();
		holding.dispose();
		await().atMost(Duration.ofSeconds(5)).until(() -> second.size() == 2);
		assertThat(second.get(1).orElseThrow().value()).isGreaterThan(first.get(0).orElseThrow().value());
		waiting.dispose();
		other.stop();
		holder.stop();
	}

	@Test
	void aDeadHolderIsFollowedAndMayWriteNoMore() {
		RedisStore dying = replica("3s");
		List<Optional<Fence>> first = new CopyOnWriteArrayList<>();
		Disposable holding = dying.leases().hold("sweep").subscribe(first::add);
		await().atMost(PATIENCE).until(() -> !first.isEmpty());
		Fence old = first.get(0).orElseThrow();
		StepVerifier.create(dying.put(List.of(entry("a", "by the holder", 1, null)), old))
			.expectComplete()
			.verify(PATIENCE);
		List<Optional<Fence>> second = new CopyOnWriteArrayList<>();
		RedisStore following = replica("3s");
		Disposable waiting = following.leases().hold("sweep").subscribe(second::add);
		dying.stop();
		await().atMost(PATIENCE).until(() -> second.stream().anyMatch(Optional::isPresent));
		StepVerifier.create(this.store.put(List.of(entry("a", "by the dead", 2, null)), old))
			.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOf(StaleFenceException.class))
			.verify(PATIENCE);
		Fence now = second.get(second.size() - 1).orElseThrow();
		StepVerifier.create(this.store.put(List.of(entry("a", "by the next", 2, null)), now))
			.expectComplete()
			.verify(PATIENCE);
		assertThat(read("a")).isEqualTo("by the next");
		holding.dispose();
		waiting.dispose();
		following.stop();
	}

	@Test
	void aLeaseIsLostWhileRedisIsAwayAndWonAgain() {
		RedisStore quick = server.store(this.service, this.clock,
				Map.of("tgr.store.lease", "1500ms", "tgr.store.redis.timeout", "400ms"));
		List<Optional<Fence>> held = new CopyOnWriteArrayList<>();
		Disposable holding = quick.leases().hold("sweep").subscribe(held::add);
		await().atMost(PATIENCE).until(() -> held.size() == 1);
		server.freeze();
		await().atMost(PATIENCE).until(() -> held.size() == 2);
		server.thaw();
		await().atMost(PATIENCE).until(() -> held.size() == 3);
		assertThat(held.get(1)).isEmpty();
		assertThat(held.get(2).orElseThrow().value()).isGreaterThanOrEqualTo(held.get(0).orElseThrow().value());
		holding.dispose();
		quick.stop();
	}

	@Test
	void aPasswordIsUsedAndNeverShown(CapturedOutput output) {
		try (RedisServer closed = RedisServer.start("s3cret-word")) {
			RedisStore known = closed.store("s", this.clock, Map.of("tgr.store.redis.password", "s3cret-word"));
			assertThat(known.available()).isTrue();
			known.stop();
			RedisStore refused = closed.store("s", this.clock, Map.of("tgr.store.redis.password", "wr0ng-word"));
			assertThat(refused.available()).isFalse();
			refused.stop();
		}
		assertThat(output).contains("refuses us, each replica goes on by itself: WRONGPASS")
			.doesNotContain("s3cret-word", "wr0ng-word");
	}

	@Test
	void anAddressThatIsNoneStopsTheStartAndIsNotShown() {
		for (String url : List.of("localhost:6379", "http://:s3cret@host", "redis://", "redis://:s3cret@",
				"redis://ho st")) {
			assertThatExceptionOfType(FailureAnalyzedException.class).as(url)
				.isThrownBy(() -> RedisAddress.of(new StoreProperties.Redis(url, null, Duration.ofSeconds(1))))
				.satisfies((ex) -> assertThat(ex.analysis().getDescription()).contains("TGR_STORE_REDIS_URL")
					.doesNotContain("s3cret"));
		}
	}

	private RedisStore replica() {
		return replica("10s");
	}

	private RedisStore replica(String lease) {
		return server.store(this.service, this.clock, Map.of("tgr.store.lease", lease));
	}

}
