package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.mockito.AdditionalAnswers;
import reactor.test.StepVerifier;

import io.tgr.common.MutableClock;
import io.tgr.common.store.RedisServer;
import io.tgr.common.store.ScriptedStore;

import static org.mockito.Mockito.mock;

/** Replicas that share a bucket of 100 calls in a real Redis. */
abstract class SharedBucketScenario {

	static final Duration PATIENCE = Duration.ofSeconds(20);

	/** Nobody is silent for so long. */
	static final Duration LONG = Duration.ofDays(1);

	/** Who says nothing at this very moment is silent. */
	static final Duration NOTHING = Duration.ofMillis(-1);

	static final AtomicInteger COUNT = new AtomicInteger();

	static RedisServer redis;

	static ScriptedStore real;

	final MutableClock clock = new MutableClock(Instant.now());

	final String key = "budget/" + COUNT.incrementAndGet();

	final Counter alone = new SimpleMeterRegistry().counter("alone");

	ScriptedStore store;

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

	static int reserved(SharedBucket bucket, int attempts) {
		int reserved = 0;
		for (int attempt = 0; attempt < attempts; attempt++) {
			reserved += Boolean.TRUE.equals(bucket.reserve(CallPriority.INTERACTIVE, () -> true)
				.onErrorReturn(GithubException.class, false)
				.block(PATIENCE)) ? 1 : 0;
		}
		return reserved;
	}

	static void beat(SharedBucket... buckets) {
		for (SharedBucket bucket : buckets) {
			StepVerifier.create(bucket.beat()).expectComplete().verify(PATIENCE);
		}
	}

	SharedShare share(String replica, Duration gone) {
		return new SharedShare(replica, RateLimitBucket.CORE, 100, 0, gone, this.clock);
	}

	SharedBucket bucket(SharedShare share) {
		return new SharedBucket(this.store, this.key, share, this.alone);
	}

}
