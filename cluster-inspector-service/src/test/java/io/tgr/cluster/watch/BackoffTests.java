package io.tgr.cluster.watch;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BackoffTests {

	@Test
	void waitsLongerEachTimeUpToHalfAMinute() {
		Backoff unlucky = new Backoff(() -> 1);
		assertThat(unlucky.next(null)).hasMillis(400);
		assertThat(unlucky.next(null)).hasMillis(800);
		for (int failure = 0; failure < 100; failure++) {
			unlucky.next(null);
		}
		assertThat(unlucky.next(null)).hasSeconds(30);
		unlucky.reset();
		assertThat(unlucky.next(null)).hasMillis(400);
	}

	@Test
	void neverWaitsLessThanAMoment() {
		Backoff lucky = new Backoff(() -> 0);
		assertThat(lucky.none()).isTrue();
		assertThat(lucky.next(null)).isEqualTo(Backoff.LEAST);
		assertThat(lucky.next(null)).isEqualTo(Backoff.LEAST);
		assertThat(lucky.none()).isFalse();
	}

	@Test
	void neverComesBackBeforeItMay() {
		assertThat(new Backoff(() -> 0).next(Duration.ofSeconds(7))).hasSeconds(7);
		assertThat(new Backoff(() -> 0.5).next(Duration.ofSeconds(10))).hasMillis(10_500);
		assertThat(new Backoff(() -> 0).next(Duration.ofDays(1))).hasMinutes(5);
		assertThat(new Backoff(() -> 0.5).next(Duration.ofMillis(1))).hasMillis(300);
	}

}
