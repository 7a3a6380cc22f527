package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoreException;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class MemoryTests {

	private static final Duration LONG = Duration.ofSeconds(20);

	@Test
	void aChangeThatCouldNotBeReadIsReadLater() {
		MapStore store = new MapStore();
		store.shared = true;
		Reading part = new Reading(store);
		MemoryProperties properties = new MemoryProperties(Duration.ofHours(1), 500, Duration.ofDays(90),
				Duration.ofSeconds(20));
		Memory memory = new Memory(store, List.of(part), new CandidatePool(new PoolProperties(10), Clock.systemUTC()),
				properties, Schedulers.boundedElastic(), Clock.systemUTC());
		memory.start();
		try {
			store.failure = new StoreException("a slow moment", null);
			store.changes.tryEmitNext(StoreChange.RESYNC);
			await().atMost(LONG).until(() -> store.failedScans.get() > 0);
			assertThat(part.followed).hasValue(0);
			store.failure = null;
			await().atMost(LONG).untilAsserted(() -> assertThat(part.followed).hasValue(1));
		}
		finally {
			memory.stop();
		}
	}

	/** Reads everything on each change. */
	private static final class Reading implements Kept {

		private final MapStore store;

		private final AtomicInteger followed = new AtomicInteger();

		Reading(MapStore store) {
			this.store = store;
		}

		@Override
		public String prefix() {
			return "";
		}

		@Override
		public Mono<Void> restore() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> write() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> follow(StoreChange change) {
			return this.store.scan("").then(Mono.fromRunnable(this.followed::incrementAndGet));
		}

	}

}
