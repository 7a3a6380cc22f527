package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;

class PaceTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final InstantSource source = () -> Instant.parse("2026-11-22T12:00:00Z")
		.plusMillis(this.time.now(TimeUnit.MILLISECONDS));

	private final Clock clock = this.source.withZone(ZoneOffset.UTC);

	@Test
	void letsNoMoreThanItsPointsPassInAnyMinute() {
		Pace pace = new Pace(10, 20, this.clock, this.time);
		StepVerifier.create(turns(pace, 10, CallPriority.INTERACTIVE))
			.expectNext(10L)
			.expectComplete()
			.verify(PATIENCE);
		StepVerifier.create(turns(pace, 5, CallPriority.INTERACTIVE)).expectNext(0L).expectComplete().verify(PATIENCE);
		this.time.advanceTimeBy(Duration.ofSeconds(59));
		StepVerifier.create(turns(pace, 5, CallPriority.INTERACTIVE))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(1)))
			.expectNext(5L)
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void backgroundCallsLeaveRoomAndWaitLonger() {
		Pace pace = new Pace(10, 20, this.clock, this.time);
		StepVerifier.create(turns(pace, 10, CallPriority.BACKGROUND)).expectNext(8L).expectComplete().verify(PATIENCE);
		StepVerifier.create(turns(pace, 10, CallPriority.INTERACTIVE)).expectNext(2L).expectComplete().verify(PATIENCE);
		this.time.advanceTimeBy(Duration.ofSeconds(31));
		StepVerifier.create(turns(pace, 4, CallPriority.BACKGROUND))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(30)))
			.expectNext(4L)
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void aPauseIsWaitedForIfItIsShort() {
		Pace pace = new Pace(10, 20, this.clock, this.time);
		pace.pause(this.clock.instant().plusSeconds(8));
		assertThat(pace.pausedUntil()).isNotNull();
		StepVerifier.create(pace.turn(CallPriority.INTERACTIVE))
			.expectErrorSatisfies(
					(ex) -> assertThat(((GithubException) ex).retryAt()).isEqualTo(this.clock.instant().plusSeconds(8)))
			.verify(PATIENCE);
		StepVerifier.create(pace.turn(CallPriority.BACKGROUND))
			.then(() -> this.time.advanceTimeBy(Duration.ofSeconds(8)))
			.expectComplete()
			.verify(PATIENCE);
		assertThat(pace.pausedUntil()).isNull();
	}

	@Test
	void noPauseIsLongerThanAnHour() {
		Pace pace = new Pace(10, 20, this.clock, this.time);
		pace.pause(this.clock.instant().plus(Duration.ofDays(365)));
		assertThat(pace.pausedUntil()).isEqualTo(this.clock.instant().plus(Duration.ofHours(1)));
	}

	private static Mono<Long> turns(Pace pace, int calls, CallPriority priority) {
		return Flux.range(0, calls)
			.flatMap((i) -> pace.turn(priority).thenReturn(1).onErrorComplete(GithubException.class), 256)
			.count();
	}

}
