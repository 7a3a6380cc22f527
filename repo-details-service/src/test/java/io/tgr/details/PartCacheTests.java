package io.tgr.details;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * What is taken from a store that takes its time.
 */
class PartCacheTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private static final Slot<Community> SLOT = Slot.community(RepositoryName.of("o", "n"));

	private final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T12:00:00Z"));

	private final PartStore store = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final PartCache cache = new PartCache(DetailsPropertiesFixture.defaults(), this.store, this.clock,
			this.meters);

	@Test
	void aSlowStoreIsWorthWaitingForSinceWhatIsNotFoundCostsCalls() {
		Known<?> stored = new Known<>(new Community(1, List.of()), this.clock.instant());
		StepVerifier.withVirtualTime(() -> recall(Mono.delay(Duration.ofSeconds(1)).thenReturn(stored)))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(1))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.cache.isFresh(SLOT)).isTrue();
		assertThat(late()).isZero();
	}

	@Test
	void aStoreThatHangsIsNotWaitedForLongAndCounted() {
		StepVerifier.withVirtualTime(() -> recall(Mono.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(2))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(this.cache.find(SLOT)).isNull();
		assertThat(late()).isOne();
	}

	private Mono<Void> recall(Mono<Known<?>> stored) {
		given(this.store.find(SLOT)).willReturn(stored);
		return this.cache.recall(List.of(SLOT));
	}

	private double late() {
		return this.meters.get("tgr.store.late").tag("what", "parts").counter().count();
	}

}
