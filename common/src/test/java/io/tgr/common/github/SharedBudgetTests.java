package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;
import io.tgr.common.store.RedisServer;
import io.tgr.common.store.ScriptedStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Three replicas with one token and a real Redis; what GitHub counts is the truth. */
class SharedBudgetTests {

	private static final Duration PATIENCE = Duration.ofSeconds(40);

	private final Clock clock = Clock.systemUTC();

	private final List<ScriptedStore> stores = new ArrayList<>();

	private final List<FakeGithub> replicas = new ArrayList<>();

	/** What GitHub itself counts. */
	private final AtomicInteger used = new AtomicInteger();

	private volatile int limit = 60;

	private volatile boolean headers = true;

	private volatile int latency = 20;

	private volatile long reset = this.clock.instant().getEpochSecond() + 1800;

	private RedisServer redis;

	@BeforeEach
	void start() {
		this.redis = RedisServer.start();
	}

	@AfterEach
	void stop() {
		this.replicas.forEach(FakeGithub::close);
		this.stores.forEach(RedisServer::end);
		this.redis.close();
	}

	@Test
	void threeReplicasTogetherUseTheBudgetOfOne() {
		replicas(3);
		assertThat(succeeded(80, CallPriority.BACKGROUND::on)).isBetween(40, 48);
		assertThat(succeeded(80, Function.identity())).isPositive();
		await().atMost(PATIENCE).until(() -> {
			succeeded(5, Function.identity());
			return this.used.get() >= 60;
		});
		assertThat(succeeded(20, Function.identity())).isZero();
		assertThat(this.used).hasValue(60);
	}

	@Test
	void withoutHeadersTheyCountTogether() {
		replicas(3);
		this.replicas.forEach((replica) -> known(replica));
		this.headers = false;
		await().atMost(PATIENCE).until(() -> succeeded(50, Function.identity()) == 0);
		assertThat(this.used.get()).isBetween(50, 60);
	}

	@Test
	void eachGoesOnWithinItsShareWhileRedisIsAwayAndNothingIsCountedTwice() {
		this.limit = 300;
		replicas(3);
		this.replicas.forEach((replica) -> known(replica));
		await().atMost(PATIENCE).until(() -> this.replicas.stream().allMatch((it) -> count(it) == 3));
		await().atMost(PATIENCE).until(() -> succeeded(5, Function.identity()) > 0 && this.used.get() >= 60);
		int before = this.used.get();
		this.redis.freeze();
		int alone = succeeded(20, Function.identity());
		assertThat(alone).isBetween(50, 60);
		assertThat(this.used.get()).isBetween(before + alone, before + 60);
		assertThat(this.replicas.stream().mapToDouble(SharedBudgetTests::alone).sum()).isGreaterThanOrEqualTo(50);
		this.redis.thaw();
		await().atMost(PATIENCE).until(() -> this.stores.stream().allMatch(ScriptedStore::available));
		await().atMost(PATIENCE)
			.untilAsserted(() -> assertThat(this.replicas)
				.allSatisfy((it) -> assertThat(it.transport().budget().quota(RateLimitBucket.CORE).remaining())
					.isEqualTo(300 - this.used.get())));
		assertThat(succeeded(200, Function.identity())).isPositive();
		await().atMost(PATIENCE).until(() -> succeeded(20, Function.identity()) == 0);
		assertThat(this.used.get()).isBetween(290, 300);
	}

	@Test
	void aRedisThatForgetsEverythingInTheMiddleDoesNotDoubleTheBudget() {
		this.limit = 200;
		this.headers = false;
		replicas(3);
		this.replicas.forEach((replica) -> known(replica));
		Flux<Integer> load = Flux.interval(Duration.ofMillis(20))
			.take(1000)
			.takeUntil((tick) -> this.used.get() >= 150)
			.onBackpressureBuffer()
			.concatMap((tick) -> Mono.fromSupplier(() -> succeeded(2, Function.identity()))
				.subscribeOn(Schedulers.boundedElastic()));
		StepVerifier.create(load.doOnNext((done) -> {
			if (this.used.get() > 40 && this.used.get() <= 46) {
				this.redis.kill();
			}
			if (this.used.get() > 80 && this.used.get() <= 86) {
				this.redis.startAgain();
			}
		}).then()).expectComplete().verify(Duration.ofMinutes(2));
		succeeded(70, Function.identity());
		assertThat(this.used.get()).isBetween(150, 200);
	}

	@Test
	void aBurstWhileRedisDiesNeverOverdraws() {
		this.limit = 100;
		this.headers = false;
		replicas(3);
		this.replicas.forEach((replica) -> known(replica));
		await().atMost(PATIENCE).until(() -> this.replicas.stream().allMatch((it) -> count(it) == 3));
		Mono<Integer> burst = Mono.fromSupplier(() -> succeeded(150, Function.identity()))
			.subscribeOn(Schedulers.boundedElastic());
		Mono<Integer> death = Mono.delay(Duration.ofMillis(15)).map((tick) -> {
			this.redis.freeze();
			return 0;
		});
		StepVerifier.create(Flux.merge(burst, death)).expectNextCount(2).expectComplete().verify(PATIENCE);
		succeeded(50, Function.identity());
		this.redis.thaw();
		await().atMost(PATIENCE).until(() -> this.stores.stream().allMatch(ScriptedStore::available));
		await().atMost(PATIENCE).until(() -> succeeded(30, Function.identity()) == 0);
		assertThat(this.used.get()).isBetween(85, 100);
	}

	@Test
	void aReplicaThatEndsGivesItsShareBack() {
		this.limit = 90;
		replicas(3);
		this.replicas.forEach((replica) -> known(replica));
		await().atMost(PATIENCE).until(() -> count(this.replicas.get(0)) == 3);
		this.replicas.remove(2).close();
		this.replicas.remove(1).close();
		await().atMost(PATIENCE).until(() -> count(this.replicas.get(0)) == 1);
		assertThat(succeeded(100, Function.identity())).isEqualTo(90);
	}

	@Test
	void callsThatGotNoAnswerComeBackAfterAWindow() {
		MutableClock moving = new MutableClock(this.clock.instant());
		ScriptedStore store = this.redis.replica(moving);
		this.stores.add(store);
		try (FakeGithub github = new FakeGithub(this::answer).with("token", "t").at(moving).in(store)) {
			Bucket bucket = github.transport().budget().state(RateLimitBucket.SEARCH);
			for (int call = 0; call < 30; call++) {
				StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> true))
					.expectNext(true)
					.expectComplete()
					.verify(PATIENCE);
				bucket.settle(null, false, false);
			}
			StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> true))
				.expectError(GithubException.class)
				.verify(PATIENCE);
			moving.advance(RateLimitBucket.SEARCH.window().plusSeconds(2));
			StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> true))
				.expectNext(true)
				.expectComplete()
				.verify(PATIENCE);
		}
	}

	@Test
	void aPauseOfOneIsThePauseOfAll() {
		replicas(2);
		this.replicas.forEach((replica) -> known(replica));
		Turns first = this.replicas.get(0).transport().budget().pace(RateLimitBucket.CORE);
		Turns second = this.replicas.get(1).transport().budget().pace(RateLimitBucket.CORE);
		first.pause(this.clock.instant().plusSeconds(60));
		await().atMost(PATIENCE)
			.untilAsserted(() -> StepVerifier.create(second.turn(CallPriority.INTERACTIVE))
				.expectError(GithubException.class)
				.verify(PATIENCE));
		assertThat(second.pausedUntil()).isNotNull();
	}

	@Test
	void thePaceOfAllIsThatOfOne() {
		this.limit = 5000;
		for (int i = 0; i < 3; i++) {
			replica("points-per-minute", 30);
		}
		assertThat(succeeded(40, Function.identity())).isEqualTo(30);
		this.redis.freeze();
		assertThat(succeeded(40, Function.identity())).isZero();
	}

	private void replicas(int count) {
		for (int i = 0; i < count; i++) {
			replica("points-per-minute", 100_000);
		}
	}

	private void replica(String property, Object value) {
		ScriptedStore store = this.redis.replica(this.clock);
		this.stores.add(store);
		this.replicas.add(new FakeGithub(this::answer).with("token", "t").with(property, value).in(store));
	}

	private Publisher<Void> answer(HttpServerRequest request, HttpServerResponse response) {
		if (request.uri().equals("/rate_limit")) {
			return FakeGithub.json(response, 200,
					"{\"resources\":{\"core\":{\"limit\":%d,\"remaining\":%d,\"reset\":%d}}}".formatted(this.limit,
							this.limit - this.used.get(), this.reset));
		}
		int now = this.used.incrementAndGet();
		if (this.headers) {
			response.header("x-ratelimit-limit", String.valueOf(this.limit))
				.header("x-ratelimit-remaining", String.valueOf(Math.max(0, this.limit - now)))
				.header("x-ratelimit-reset", String.valueOf(this.reset))
				.header("x-ratelimit-resource", "core");
		}
		return Mono.delay(Duration.ofMillis(ThreadLocalRandom.current().nextInt(this.latency)))
			.thenEmpty(FakeGithub.json(response, 200, "{}"));
	}

	/** Calls of each replica at once; how many of all came back. */
	private int succeeded(int calls, Function<Mono<String>, Mono<String>> priority) {
		AtomicInteger succeeded = new AtomicInteger();
		Flux<String> all = Flux.range(0, calls * this.replicas.size())
			.flatMap((i) -> priority.apply(this.replicas.get(i % this.replicas.size()).get("/repos/a/" + i))
				.doOnNext((body) -> succeeded.incrementAndGet())
				.onErrorComplete(GithubException.class), 1000);
		StepVerifier.create(all.then()).expectComplete().verify(PATIENCE);
		return succeeded.get();
	}

	private static void known(FakeGithub replica) {
		StepVerifier.create(replica.transport().budget().known()).expectComplete().verify(PATIENCE);
	}

	private static double count(FakeGithub replica) {
		return replica.meters.get("tgr.github.budget.replicas").gauge().value();
	}

	private static double alone(FakeGithub replica) {
		return replica.meters.get("tgr.github.budget.alone").tag("bucket", "core").counter().count();
	}

}
