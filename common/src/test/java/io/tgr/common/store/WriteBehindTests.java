package io.tgr.common.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.test.scheduler.VirtualTimeScheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.anyCollection;
import static org.mockito.BDDMockito.given;
import static org.mockito.Mockito.mock;

class WriteBehindTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.getOrSet();

	private final KeyValueStore store = mock();

	private final List<String> written = new ArrayList<>();

	private final AtomicInteger ended = new AtomicInteger();

	private final WriteBehind writes = new WriteBehind(this.store, "answers", new SimpleMeterRegistry());

	private Mono<Void> answer = Mono.empty();

	@BeforeEach
	void start() {
		given(this.store.put(anyCollection())).willAnswer((call) -> {
			Collection<StoredEntry> entries = call.getArgument(0);
			List<String> keys = entries.stream().map(StoredEntry::key).toList();
			return this.answer.doOnSuccess((done) -> this.written.addAll(keys));
		});
		this.writes.start();
	}

	@AfterEach
	void reset() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void writesASecondLater() {
		add("a");
		add("b");
		assertThat(this.written).isEmpty();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.written).containsExactly("a", "b");
	}

	@Test
	void whatIsBeingWrittenAtTheEndIsWrittenAndWhatWaitsToo() {
		Sinks.Empty<Void> slow = Sinks.empty();
		this.answer = slow.asMono();
		add("a");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		add("b");
		this.writes.stop(this.ended::incrementAndGet);
		assertThat(this.written).isEmpty();
		assertThat(this.ended).hasValue(0);
		slow.tryEmitEmpty();
		assertThat(this.written).containsExactly("a", "b");
		assertThat(this.ended).hasValue(1);
	}

	@Test
	void aStoreThatHangsHoldsTheEndUpForSecondsAtMost() {
		this.answer = Mono.never();
		add("a");
		this.writes.stop(this.ended::incrementAndGet);
		this.time.advanceTimeBy(Duration.ofSeconds(4));
		assertThat(this.ended).hasValue(0);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.ended).hasValue(1);
		assertThat(this.written).isEmpty();
	}

	@Test
	void beginsAgainAfterAnEnd() {
		this.writes.stop(this.ended::incrementAndGet);
		this.writes.start();
		add("a");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.written).containsExactly("a");
	}

	private void add(String key) {
		assertThat(this.writes.add(10, () -> new StoredEntry(key, new byte[1], 1, null))).isTrue();
	}

}
