package io.tgr.common.web;

import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class OpenStreamsTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final OpenStreams streams = new OpenStreams(3, 2, "tgr.some.stream", this.meters);

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
		assertThat(this.meters.get("tgr.some.stream.open").gauge().value()).isEqualTo(1);
	}

	@Test
	void endsBeforeTheServerWaitsForItsLastAnswers() {
		this.streams.start();
		StepVerifier.create(this.streams.end()).then(this.streams::stop).expectComplete().verify(Duration.ofSeconds(5));
		assertThat(this.streams.isRunning()).isFalse();
	}

}
