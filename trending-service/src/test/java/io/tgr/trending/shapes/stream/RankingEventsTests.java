package io.tgr.trending.shapes.stream;

import java.nio.charset.StandardCharsets;
import java.util.Objects;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RankingEventsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final StreamMetrics metrics = new StreamMetrics(this.meters);

	@Test
	void whoReadsAgainIsToldTheNewestAlone() {
		boolean[] reading = { true };
		Follower follower = new Follower(new ClientConnection(() -> reading[0], () -> {
		}), this.metrics, null);
		assertThat(text(follower.ranking(ranking("1")))).isEqualTo("1");
		reading[0] = false;
		assertThat(follower.ranking(ranking("2"))).isNull();
		assertThat(follower.ranking(ranking("3"))).isNull();
		assertThat(follower.heartbeat()).isNull();
		reading[0] = true;
		assertThat(text(follower.heartbeat())).isEqualTo("3");
		assertThat(text(follower.heartbeat())).isEqualTo(": alive\n\n");
	}

	@Test
	void whoNeverReadsIsLeft() {
		boolean[] closed = { false };
		Follower follower = new Follower(new ClientConnection(() -> false, () -> closed[0] = true), this.metrics, null);
		for (int beats = 0; beats < 3; beats++) {
			follower.heartbeat();
		}
		assertThat(closed[0]).isFalse();
		follower.heartbeat();
		assertThat(closed[0]).isTrue();
	}

	private static StreamedRanking ranking(String id) {
		return new StreamedRanking(id, id.getBytes(StandardCharsets.UTF_8));
	}

	private static String text(byte @Nullable [] event) {
		return new String(Objects.requireNonNull(event), StandardCharsets.UTF_8);
	}

}
