package io.tgr.common.github;

import java.time.Duration;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

class CallPriorityTests {

	private static final Duration PATIENCE = Duration.ofSeconds(5);

	private final Mono<CallPriority> seen = Mono.deferContextual((context) -> Mono.just(CallPriority.of(context)));

	@Test
	void isInteractiveUnlessSaid() {
		StepVerifier.create(this.seen).expectNext(CallPriority.INTERACTIVE).expectComplete().verify(PATIENCE);
	}

	@Test
	void reachesCallsAtAnyDepth() {
		Flux<CallPriority> calls = Flux.range(0, 2).flatMap((i) -> this.seen.delayElement(Duration.ofMillis(1)));
		StepVerifier.create(CallPriority.BACKGROUND.on(calls))
			.expectNext(CallPriority.BACKGROUND, CallPriority.BACKGROUND)
			.expectComplete()
			.verify(PATIENCE);
		StepVerifier.create(CallPriority.BACKGROUND.on(CallPriority.INTERACTIVE.on(this.seen)))
			.expectNext(CallPriority.INTERACTIVE)
			.expectComplete()
			.verify(PATIENCE);
	}

}
