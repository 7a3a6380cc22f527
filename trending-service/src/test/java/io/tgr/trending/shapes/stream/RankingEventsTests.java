package io.tgr.trending.shapes.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class RankingEventsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final StreamMetrics metrics = new StreamMetrics(this.meters);

	private final OpenStreams streams = new OpenStreams(
			new StreamProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), 3, 2, Duration.ofSeconds(2)),
			this.metrics, this.meters);

	@Test
	void admitsAsManyAsThereMayBe() {
		CopyOnWriteArrayList<Sinks.Empty<Void>> open = new CopyOnWriteArrayList<>();
		for (String client : new String[] { "a", "a", "b" }) {
			Sinks.Empty<Void> stream = Sinks.empty();
			open.add(stream);
			this.streams.admit(client, stream.asMono()).subscribe();
		}
		StepVerifier.create(this.streams.admit("c", Mono.empty()))
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("503"))
			.verify(Duration.ofSeconds(5));
		open.get(2).tryEmitEmpty();
		StepVerifier.create(this.streams.admit("a", Mono.empty()))
			.expectErrorSatisfies((failure) -> assertThat(failure).hasMessageContaining("429"))
			.verify(Duration.ofSeconds(5));
		StepVerifier.create(this.streams.admit("c", Mono.empty())).expectComplete().verify(Duration.ofSeconds(5));
		open.get(0).tryEmitEmpty();
		StepVerifier.create(this.streams.admit("a", Mono.empty())).expectComplete().verify(Duration.ofSeconds(5));
		assertThat(this.meters.get("tgr.trending.stream.open").gauge().value()).isEqualTo(1);
	}

	@Test
	void endsBeforeTheServerWaitsForItsLastAnswers() {
		this.streams.start();
		StepVerifier.create(this.streams.end()).then(this.streams::stop).expectComplete().verify(Duration.ofSeconds(5));
		assertThat(this.streams.isRunning()).isFalse();
	}

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
