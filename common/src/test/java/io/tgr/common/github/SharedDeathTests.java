package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.BDDMockito.given;

/** What many dead replicas cost the others, in a real Redis. */
class SharedDeathTests extends SharedBucketScenario {

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

}
