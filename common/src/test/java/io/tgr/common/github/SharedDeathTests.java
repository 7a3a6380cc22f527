package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.mockito.AdditionalAnswers;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;
import io.tgr.common.store.RedisServer;
import io.tgr.common.store.ScriptedStore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/** What many dead replicas cost the others, in a real Redis. */
class SharedDeathTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Nobody is silent for so long. */
	private static final Duration LONG = Duration.ofDays(1);

	/** Who says nothing at this very moment is silent. */
	private static final Duration NOTHING = Duration.ofMillis(-1);

	private static final AtomicInteger COUNT = new AtomicInteger();

	private static RedisServer redis;

	private static ScriptedStore real;

	private final MutableClock clock = new MutableClock(Instant.now());

	private final String key = "budget/death-" + COUNT.incrementAndGet();

	private final Counter alone = new SimpleMeterRegistry().counter("alone");

	private ScriptedStore store;

	@BeforeAll
	static void startRedis() {
		redis = RedisServer.start();
		real = redis.replica(Clock.systemUTC());
	}

	@AfterAll
	static void stopRedis() {
		if (redis != null) {
			RedisServer.end(real);
			redis.close();
		}
	}

	@BeforeEach
	void open() {
		this.store = mock(ScriptedStore.class, AdditionalAnswers.delegatesTo(real));
	}

	@Test
	void howeverManyDieTheOthersLoseNoMoreThanWhatTwoMaySpendAlone() {
		SharedBucket other = bucket(share("other", NOTHING));
		die(10);
		assertThat(reserved(other, 100)).isEqualTo(80);
	}

	@Test
	void howeverManyHaveDiedTheOthersHaveMostOfTheNextWindow() {
		SharedBucket other = bucket(share("other", NOTHING));
		other.learn(new RateLimit(100, 100, this.clock.instant().plusSeconds(1800)));
		beat(other);
		die(10);
		this.clock.advance(Duration.ofSeconds(1802));
		assertThat(reserved(other, 100)).isEqualTo(80);
	}

	@Test
	void whatTheOthersHaveTakenIsNotGrantedAgainToOneThatWasGivenUp() {
		SharedBucket given = bucket(share("given-up", LONG));
		SharedBucket other = bucket(share("other", NOTHING));
		beat(given);
		// Of two in one millisecond nobody knows who went last.
		long then = System.currentTimeMillis();
		await().until(() -> System.currentTimeMillis() > then);
		die(2);
		assertThat(reserved(other, 100)).isEqualTo(80);
		beat(given);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(given, 100)).isZero();
	}

	@Test
	void whatIsKeptForTheDeadIsNotWaitedFor() {
		SharedBucket other = bucket(share("other", NOTHING));
		Instant reset = this.clock.instant().plusSeconds(1800).truncatedTo(ChronoUnit.SECONDS);
		other.learn(new RateLimit(100, 100, reset));
		beat(other);
		die(3);
		assertThat(reserved(other, 80)).isEqualTo(80);
		for (int call = 0; call < 80; call++) {
			other.settle(null, false, true);
		}
		beat(other);
		for (CallPriority priority : CallPriority.values()) {
			StepVerifier.create(other.reserve(priority, () -> true))
				.expectErrorSatisfies((ex) -> assertThat(ex).isInstanceOfSatisfying(GithubException.class,
						(exhausted) -> assertThat(exhausted.retryAt()).isEqualTo(reset.plusSeconds(1))))
				.verify(PATIENCE);
		}
	}

	/** Replicas that had their part, and say nothing any more. */
	private void die(int count) {
		for (int dead = 0; dead < count; dead++) {
			beat(bucket(share("dead-" + COUNT.incrementAndGet(), NOTHING)));
		}
	}

	private int reserved(SharedBucket bucket, int attempts) {
		int reserved = 0;
		for (int attempt = 0; attempt < attempts; attempt++) {
			reserved += Boolean.TRUE.equals(bucket.reserve(CallPriority.INTERACTIVE, () -> true)
				.onErrorReturn(GithubException.class, false)
				.block(PATIENCE)) ? 1 : 0;
		}
		return reserved;
	}

	private static void beat(SharedBucket... buckets) {
		for (SharedBucket bucket : buckets) {
			StepVerifier.create(bucket.beat()).expectComplete().verify(PATIENCE);
		}
	}

	private SharedShare share(String replica, Duration gone) {
		return new SharedShare(replica, RateLimitBucket.CORE, 100, 0, gone, this.clock);
	}

	private SharedBucket bucket(SharedShare share) {
		return new SharedBucket(this.store, this.key, share, this.alone);
	}

}
