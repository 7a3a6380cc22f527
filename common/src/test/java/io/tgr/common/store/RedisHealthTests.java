package io.tgr.common.store;

import java.util.concurrent.TimeoutException;

import io.lettuce.core.RedisCommandExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RedisHealthTests {

	@Test
	void manyFailuresOfOneMomentCountAsOne() {
		RedisHealth health = new RedisHealth("here", () -> {
		});
		health.works();
		long sent = health.round();
		for (int command = 0; command < 20; command++) {
			health.failed(new TimeoutException(), sent);
		}
		health.failed(new TimeoutException(), health.round());
		assertThat(health.isUp()).isTrue();
		health.failed(new TimeoutException(), health.round());
		assertThat(health.isUp()).isFalse();
	}

	@Test
	void aRefusalIsToldAlsoWhenItComesLater(CapturedOutput output) {
		RedisHealth health = new RedisHealth("here", () -> {
		});
		health.works();
		health.away(new TimeoutException());
		health.failed(new RedisCommandExecutionException("NOPERM No permissions to access a key"), health.round());
		health.failed(new RedisCommandExecutionException("NOPERM No permissions to access a key"), health.round());
		health.away(new TimeoutException());
		assertThat(output).containsOnlyOnce("does not answer")
			.containsOnlyOnce("NOPERM No permissions to access a key");
	}

}
