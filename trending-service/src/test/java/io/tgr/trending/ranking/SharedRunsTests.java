package io.tgr.trending.ranking;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;

class SharedRunsTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final SharedRuns<String, Integer> runs = new SharedRuns<>();

	private final AtomicInteger begun = new AtomicInteger();

	@Test
	void equalCallersShareARunWhichGoesOnWhenTheyLeave() {
		Sinks.One<Integer> end = Sinks.one();
		Mono<Integer> work = Mono.fromRunnable(this.begun::incrementAndGet).then(end.asMono());
		Disposable gone = this.runs.join("a", work).subscribe();
		gone.dispose();
		StepVerifier.create(this.runs.join("a", work))
			.then(() -> end.tryEmitValue(7))
			.expectNext(7)
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.begun).hasValue(1);
	}

	@Test
	void whoWasToldTheEndStartsAnother() {
		Mono<Integer> work = Mono.fromCallable(this.begun::incrementAndGet);
		StepVerifier.create(this.runs.join("a", work).flatMap((first) -> this.runs.join("a", work)))
			.expectNext(2)
			.expectComplete()
			.verify(TIMEOUT);
	}

	@Test
	void aFailureIsTheEndToo() {
		Mono<Integer> failing = this.runs.join("a", Mono.error(new IllegalStateException("no")));
		StepVerifier.create(failing.onErrorResume((failure) -> this.runs.join("a", Mono.just(1))))
			.expectNext(1)
			.expectComplete()
			.verify(TIMEOUT);
	}

}
