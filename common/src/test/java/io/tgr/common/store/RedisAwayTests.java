package io.tgr.common.store;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

import io.lettuce.core.RedisCommandExecutionException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** When a Redis counts as away, and what is told when it is back. */
@ExtendWith(OutputCaptureExtension.class)
class RedisAwayTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static RedisServer server;

	private final String service = "service-" + COUNT.incrementAndGet();

	private final List<StoreChange> heard = new CopyOnWriteArrayList<>();

	private RedisStore store;

	private RedisStore other;

	private Disposable reading;

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
		this.store = replica("300ms");
		this.other = replica("5s");
		this.reading = this.store.changes("").subscribe(this.heard::add);
	}

	@AfterEach
	void close() {
		this.reading.dispose();
		this.store.stop();
		this.other.stop();
	}

	// To be away it would have to miss two more, of three seconds each.
	@Test
	void commandsThatAreSlowAtOneMomentAreNoReason() {
		RedisStore patient = replica("3s");
		patient.changes("").subscribe(this.heard::add);
		server.freeze();
		StepVerifier
			.create(Flux.range(0, 20).flatMap((i) -> patient.get("a").onErrorResume((ex) -> Mono.empty())).then())
			.expectComplete()
			.verify(PATIENCE);
		boolean available = patient.available();
		server.thaw();
		assertThat(available).isTrue();
		othersAreHeardAgain();
		assertThat(this.heard).doesNotContain(StoreChange.RESYNC);
		assertThat(read(patient)).isEqualTo("other");
		patient.stop();
	}

	@Test
	void aRedisThatRefusesToBeWrittenSaysWhy(CapturedOutput output) {
		server.tell("ACL SETUSER default -hset");
		try {
			RedisStore refused = replica("5s");
			assertThat(refused.available()).isFalse();
			assertThat(output).contains("refuses us, each replica goes on by itself: NOPERM")
				.contains("'hset'")
				.doesNotContain("does not answer");
			server.tell("ACL SETUSER default +hset");
			await().atMost(PATIENCE).until(refused::available);
			refused.stop();
		}
		finally {
			server.tell("ACL SETUSER default +hset");
		}
	}

	@Test
	void aRedisThatHangsHoldsNobodyUpAndWhatIsSaidAfterwardsIsHeard(CapturedOutput output) {
		server.freeze();
		try {
			await().atMost(PATIENCE).until(() -> {
				fails(this.store.get("a"), Duration.ofSeconds(2));
				return !this.store.available();
			});
			fails(this.store.get("a"), Duration.ofMillis(250));
		}
		finally {
			server.thaw();
		}
		await().atMost(PATIENCE).until(this.store::available);
		othersAreHeardAgain();
		assertThat(this.heard).doesNotContain(StoreChange.RESYNC);
		assertThat(output).containsOnlyOnce("does not answer").containsOnlyOnce("answers again");
	}

	@Test
	void aHangIsNoticedWhenNobodyAsksAnyMore() {
		server.freeze();
		fails(this.store.get("a"), Duration.ofSeconds(2));
		await().atMost(PATIENCE).until(() -> !this.store.available());
		server.thaw();
		await().atMost(PATIENCE).until(this.store::available);
	}

	@Test
	void aRedisThatIsKilledIsMissedAtOnceAndFoundAgain(CapturedOutput output) {
		server.kill();
		await().atMost(PATIENCE).until(() -> !this.store.available() && !this.other.available());
		fails(this.store.put(List.of(StoreContract.entry("a", "1", 1, null))), Duration.ofSeconds(1));
		server.startAgain();
		await().atMost(PATIENCE).until(() -> this.heard.contains(StoreChange.RESYNC));
		assertThat(this.store.available()).isTrue();
		await().atMost(PATIENCE).until(this.other::available);
		othersAreHeardAgain();
		assertThat(this.heard).containsOnlyOnce(StoreChange.RESYNC);
		assertThat(output).contains("does not answer").contains("answers again");
	}

	@Test
	void changesThatWereMissedAreToldOnceWhenTheyAreHeardAgain(CapturedOutput output) {
		server.tell("ACL SETUSER default -subscribe");
		try {
			server.tell("CLIENT KILL TYPE pubsub");
			await().atMost(PATIENCE).until(() -> output.getAll().contains("does not let us hear"));
			assertThat(this.store.available()).isTrue();
			assertThat(this.heard).isEmpty();
		}
		finally {
			server.tell("ACL SETUSER default +subscribe");
		}
		await().atMost(PATIENCE).until(() -> this.heard.contains(StoreChange.RESYNC));
		othersAreHeardAgain();
		assertThat(this.heard).containsOnlyOnce(StoreChange.RESYNC);
	}

	@Test
	void whoMayNotListenAtFirstListensLater(CapturedOutput output) {
		server.tell("ACL SETUSER default -subscribe");
		Mono<RedisStore> starting = Mono.fromSupplier(() -> replica("5s"))
			.subscribeOn(Schedulers.boundedElastic())
			.cache();
		Disposable start = starting.subscribe();
		try {
			await().atMost(PATIENCE).until(() -> output.getAll().contains("does not let us hear"));
		}
		finally {
			server.tell("ACL SETUSER default +subscribe");
		}
		StepVerifier.create(starting.flatMap((late) -> {
			late.changes("").subscribe(this.heard::add);
			await().atMost(PATIENCE).untilAsserted(() -> {
				put(this.other, "a", "other");
				assertThat(this.heard.stream().filter(StoreChange.written(List.of("a"))::equals)).hasSizeGreaterThan(1);
			});
			late.stop();
			return Mono.empty();
		})).expectComplete().verify(PATIENCE);
		start.dispose();
	}

	@Test
	void aRedisThatIsFullIsNotAvailable(CapturedOutput output) {
		server.tell("CONFIG SET maxmemory 1");
		try {
			fails(this.store.put(List.of(StoreContract.entry("a", "1", 1, null))), PATIENCE);
			assertThat(this.store.available()).isFalse();
			assertThat(output).contains("cannot be written, each replica goes on by itself: OOM");
		}
		finally {
			server.tell("CONFIG SET maxmemory 0");
		}
		await().atMost(PATIENCE).until(this.store::available);
		assertThat(this.heard).isEmpty();
	}

	@Test
	void aRedisThatFollowsAnotherIsNotAvailable(CapturedOutput output) {
		server.tell("REPLICAOF 127.0.0.1 1");
		try {
			fails(this.store.delete(List.of("a")), PATIENCE);
			assertThat(this.store.available()).isFalse();
			assertThat(output).contains("by itself: READONLY");
			server.tell("CONFIG SET replica-serve-stale-data no");
			fails(this.other.get("a"), PATIENCE);
			assertThat(this.other.available()).isFalse();
			assertThat(output).contains("by itself: MASTERDOWN");
		}
		finally {
			server.tell("CONFIG SET replica-serve-stale-data yes");
			server.tell("REPLICAOF NO ONE");
		}
		await().atMost(PATIENCE).until(() -> this.store.available() && this.other.available());
	}

	@Test
	void whatARefusalMeans() {
		assertThat(List.of("LOADING Redis is loading the dataset in memory", "MISCONF Redis is configured to save",
				"ERR Error running script (call to f_1): @user_script:1: -OOM command not allowed"))
			.allMatch((message) -> RedisRefusal.isUnusable(new RedisCommandExecutionException(message)));
		assertThat(List.of("WRONGTYPE Operation against a key", "ERR unknown command 'OOM'"))
			.noneMatch((message) -> RedisRefusal.isUnusable(new RedisCommandExecutionException(message)));
	}

	@Test
	void aRedisThatIsAwayDoesNotStopTheStart() {
		RedisServer gone = RedisServer.start();
		gone.close();
		RedisStore alone = gone.store("s", Clock.systemUTC(), Map.of());
		assertThat(alone.available()).isFalse();
		gone.startAgain();
		await().atMost(PATIENCE).until(alone::available);
		alone.stop();
		gone.close();
	}

	private void othersAreHeardAgain() {
		put(this.other, "a", "other");
		await().atMost(PATIENCE).until(() -> this.heard.contains(StoreChange.written(List.of("a"))));
	}

	private RedisStore replica(String timeout) {
		return server.store(this.service, Clock.systemUTC(), Map.of("tgr.store.redis.timeout", timeout));
	}

	private static void put(RedisStore store, String key, String value) {
		StepVerifier.create(store.put(List.of(StoreContract.entry(key, value, 1, null))))
			.expectComplete()
			.verify(PATIENCE);
	}

	private static @Nullable String read(RedisStore store) {
		return store.get("a").map((value) -> StoreContract.text(value.value())).block(PATIENCE);
	}

	private static void fails(Mono<?> command, Duration within) {
		StepVerifier.create(command).expectError(StoreException.class).verify(within);
	}

}
