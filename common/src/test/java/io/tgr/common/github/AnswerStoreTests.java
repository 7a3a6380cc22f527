package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.http.HttpHeaders;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoredValue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

/**
 * Answers from a store that takes its time.
 */
class AnswerStoreTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final KeyValueStore store = mock();

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final AnswerStore answers = new AnswerStore(this.store,
			new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("tgr.github", GithubProperties.class),
			Clock.systemUTC(), this.meters);

	@BeforeEach
	void beThere() {
		given(this.store.available()).willReturn(true);
	}

	@Test
	void aSlowStoreIsWorthWaitingForSinceWhatIsNotFoundIsPaidFor() {
		byte[] packed = new KeptAnswer("etag", new HttpHeaders(), new byte[3], 0).packed();
		Mono<StoredValue> slow = Mono.delay(Duration.ofSeconds(1)).thenReturn(new StoredValue(packed, 1));
		StepVerifier.withVirtualTime(() -> find(slow))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(1))
			.assertNext((answer) -> assertThat(answer.etag()).isEqualTo("etag"))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(late()).isZero();
	}

	@Test
	void aStoreThatHangsIsNotWaitedForLongAndCounted() {
		StepVerifier.withVirtualTime(() -> find(Mono.never()))
			.expectSubscription()
			.expectNoEvent(Duration.ofSeconds(2))
			.expectComplete()
			.verify(TIMEOUT);
		assertThat(late()).isOne();
	}

	private Mono<KeptAnswer> find(Mono<StoredValue> stored) {
		given(this.store.get(anyString())).willReturn(stored);
		return this.answers.find("GET /repos/o/n");
	}

	private double late() {
		return this.meters.find("tgr.store.late").counters().stream().mapToDouble((counter) -> counter.count()).sum();
	}

}
