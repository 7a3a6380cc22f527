package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.willAnswer;

/** One bucket of one replica, and what the others make of it, in a real Redis. */
class SharedBucketTests extends SharedBucketScenario {

	@Test
	void aRequestThatAnotherOvertookIsMadeAgain() {
		SharedShare share = share("a");
		SharedBucket bucket = bucket(share);
		Sinks.Empty<Void> gate = Sinks.empty();
		AtomicBoolean first = new AtomicBoolean(true);
		willAnswer((call) -> {
			Mono<List<String>> run = real.run(call.getArgument(0), call.getArgument(1), call.getArgument(2));
			return (first.getAndSet(false)) ? gate.asMono().then(run) : run;
		}).given(this.store).run(any(), any(), any());
		StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> true))
			.then(() -> StepVerifier.create(bucket.beat()).expectComplete().verify(PATIENCE))
			.then(gate::tryEmitEmpty)
			.expectNext(true)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(this.alone.count()).isZero();
		assertThat(share.underway()).isEqualTo(1);
	}

	@Test
	void whatNobodyWantsAnyMoreIsNotUnderWay() {
		SharedShare share = share("a");
		SharedBucket bucket = bucket(share);
		StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> false))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		given(this.store.available()).willReturn(false);
		StepVerifier.create(bucket.reserve(CallPriority.INTERACTIVE, () -> false))
			.expectNextCount(1)
			.expectComplete()
			.verify(PATIENCE);
		assertThat(share.underway()).isZero();
	}

	@Test
	void anAnswerAfterTheEndLowersWhatIsUnderWayOnce() {
		SharedShare share = share("a");
		SharedAnswer taken = new SharedAnswer("taken", 100, 99, null, 99, 1, Instant.EPOCH);
		ShareReport cancelled = share.reserving(CallPriority.INTERACTIVE, () -> true);
		share.notReserved(cancelled);
		share.accept(cancelled, taken);
		share.notReserved(cancelled);
		assertThat(share.underway()).isZero();
		ShareReport unwanted = share.reserving(CallPriority.INTERACTIVE, () -> false);
		share.accept(unwanted, taken);
		share.notReserved(unwanted);
		assertThat(share.underway()).isZero();
	}

	@Test
	void wheneverCallsAreCancelledNothingStaysUnderWay() {
		SharedShare share = share("a");
		SharedBucket bucket = bucket(share);
		AtomicInteger ended = new AtomicInteger();
		for (int call = 0; call < 400; call++) {
			Reservation reservation = new Reservation(RateLimitBucket.CORE, bucket, this.clock);
			Disposable waiting = reservation.made(CallPriority.INTERACTIVE).then(Mono.never()).doFinally((signal) -> {
				reservation.end();
				ended.incrementAndGet();
			}).subscribe();
			Schedulers.parallel()
				.schedule(waiting::dispose, ThreadLocalRandom.current().nextInt(3000), TimeUnit.MICROSECONDS);
		}
		await().atMost(PATIENCE).until(() -> ended.get() == 400);
		assertThat(share.underway()).isZero();
		StepVerifier.create(bucket.beat()).expectComplete().verify(PATIENCE);
		await().atMost(PATIENCE).until(() -> {
			StepVerifier.create(bucket.beat()).expectComplete().verify(PATIENCE);
			return Integer.valueOf(100).equals(bucket.quota(null).remaining());
		});
	}

	@Test
	void theShareOfAKilledReplicaComesBackButForWhatItMayHaveSpent() {
		SharedBucket killed = ofTwo("killed");
		SharedBucket other = bucket(share("other", NOTHING));
		assertThat(reserved(killed, 3)).isEqualTo(3);
		assertThat(reserved(other, 100)).isEqualTo(100 - 3 - 10);
		assertThat(other.replicas()).isEqualTo(1);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(killed, 100)).isEqualTo(10);
		given(this.store.available()).willReturn(true);
		beat(killed, other, killed, other);
		assertThat(reserved(killed, 10) + reserved(other, 10)).isZero();
	}

	@Test
	void ofTheNextWindowASilentReplicaKeepsNoMoreThanItMaySpendAlone() {
		SharedBucket silent = ofTwo("silent");
		SharedBucket other = bucket(share("other", NOTHING));
		assertThat(reserved(silent, 3)).isEqualTo(3);
		other.learn(new RateLimit(100, 97, this.clock.instant().plusSeconds(1800)));
		beat(other);
		this.clock.advance(Duration.ofSeconds(1802));
		assertThat(reserved(other, 100)).isEqualTo(90);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(silent, 100)).isEqualTo(10);
	}

	@Test
	void whatASilentReplicaHasSpentCountsWhenItIsBack() {
		SharedBucket silent = ofTwo("silent");
		SharedBucket other = bucket(share("other", NOTHING));
		given(this.store.available()).willReturn(false);
		assertThat(reserved(silent, 100)).isEqualTo(10);
		for (int call = 0; call < 6; call++) {
			silent.settle(null, false, false);
		}
		given(this.store.available()).willReturn(true);
		assertThat(reserved(other, 50)).isEqualTo(50);
		beat(silent, other, silent);
		assertThat(reserved(other, 100) + reserved(silent, 100)).isEqualTo(40);
	}

	@Test
	void aReplicaThatIsBackMaySpendAloneAgain() {
		SharedBucket bucket = bucket(share("a", LONG));
		beat(bucket);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(bucket, 100)).isEqualTo(10);
		given(this.store.available()).willReturn(true);
		beat(bucket);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(bucket, 100)).isEqualTo(10);
		bucket.release();
		assertThat(reserved(bucket, 100)).isEqualTo(1);
	}

	@Test
	void whoWasSilentBringsOnlyWhatOthersLeftToARedisThatForgot() {
		SharedBucket quick = bucket(share("quick", LONG));
		SharedBucket slow = bucket(share("slow", Duration.ofSeconds(20)));
		share(quick, slow);
		this.clock.advance(Duration.ofSeconds(16));
		redis.tell("FLUSHALL");
		beat(slow);
		assertThat(slow.quota(null).remaining()).isEqualTo(10);
		beat(quick);
		assertThat(quick.quota(null).remaining()).isEqualTo(60);
	}

	@Test
	void whoIsAloneForLongerThanAWindowHasItsPartOfEachWindow() {
		SharedShare share = share("a", Duration.ofSeconds(20));
		SharedBucket bucket = bucket(share);
		share(bucket, bucket(share("b", LONG)));
		bucket.learn(new RateLimit(100, 100, this.clock.instant().plusSeconds(1800)));
		beat(bucket);
		given(this.store.available()).willReturn(false);
		assertThat(reserved(bucket, 100)).isEqualTo(10);
		this.clock.advance(Duration.ofSeconds(1802));
		assertThat(reserved(bucket, 100)).isEqualTo(10);
		this.clock.advance(Duration.ofSeconds(1820));
		assertThat(reserved(bucket, 100)).isEqualTo(40);
	}

	/** A replica that has half of the limit, and the other half's replica has left. */
	private SharedBucket ofTwo(String replica) {
		SharedBucket bucket = bucket(share(replica, LONG));
		SharedBucket leaving = bucket(share("leaving", LONG));
		share(bucket, leaving);
		StepVerifier.create(leaving.leave()).expectComplete().verify(PATIENCE);
		return bucket;
	}

	/** Until each has its part, and Redis knows that nobody believes in more. */
	private static void share(SharedBucket... buckets) {
		for (int round = 0; round < 4; round++) {
			beat(buckets);
		}
	}

	private SharedShare share(String replica) {
		return share(replica, LONG);
	}

}
