package io.tgr.common.github;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import io.tgr.common.MutableClock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class BucketStateTests {

	private static final Instant START = Instant.ofEpochSecond(1_790_000_000);

	private final MutableClock clock = new MutableClock(START);

	private final BucketState state = new BucketState(RateLimitBucket.SEARCH, 10, 20, this.clock);

	@Test
	void callsThatGotNoAnswerComeBackAfterAWindow() {
		for (int call = 0; call < 8; call++) {
			callInVain();
		}
		assertThatExceptionOfType(GithubException.class).isThrownBy(this::reserved);
		this.clock.advance(RateLimitBucket.SEARCH.window().plusSeconds(2));
		assertThat(reserved()).isTrue();
		assertThat(this.state.quota(null).remaining()).isEqualTo(9);
	}

	@Test
	void whatGithubSaysCountsMoreThanTheEndWeGuessed() {
		callInVain();
		this.clock.advance(Duration.ofSeconds(20));
		Instant reset = this.clock.instant().plusSeconds(15);
		this.state.learn(new RateLimit(30, 12, reset));
		assertThat(this.state.quota(null).remaining()).isEqualTo(12);
		assertThat(this.state.quota(null).reset()).isEqualTo(reset);
	}

	private boolean reserved() {
		return Boolean.TRUE.equals(this.state.reserve(CallPriority.BACKGROUND, () -> true).block());
	}

	private void callInVain() {
		assertThat(reserved()).isTrue();
		this.state.settle(null, false, false);
	}

}
