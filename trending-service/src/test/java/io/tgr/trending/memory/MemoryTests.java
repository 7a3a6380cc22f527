package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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

	private final MapStore store = new MapStore();

	private final Reading part = new Reading(this.store);

	private final Memory memory = new Memory(this.store, List.of(this.part),
			new CandidatePool(new PoolProperties(10), Clock.systemUTC()),
			new MemoryProperties(Duration.ofHours(1), 500, Duration.ofDays(90), Duration.ofSeconds(20)),
			Schedulers.boundedElastic(), Clock.systemUTC());

	@BeforeEach
	void share() {
		this.store.shared = true;
	}

	@AfterEach
	void stop() {
		this.memory.stop();
	}

	@Test
	void aChangeThatCouldNotBeReadIsReadLater() {
		this.memory.start();
		this.store.failure = new StoreException("a slow moment", null);
		this.store.changes.tryEmitNext(StoreChange.RESYNC);
		await().atMost(LONG).until(() -> this.store.failedScans.get() > 0);
		assertThat(this.part.followed).isEmpty();
		this.store.failure = null;
		await().atMost(LONG).untilAsserted(() -> assertThat(this.part.followed).containsExactly(StoreChange.RESYNC));
	}

	@Test
	void whatIsWrittenWhileTheServiceStartsIsReadAfterwards() {
		StoreChange change = new StoreChange(StoreChange.Kind.WRITTEN, List.of("repo/1"));
		this.part.restore = Mono.fromRunnable(() -> {
			this.store.changes.tryEmitNext(change);
			assertThat(this.part.followed).isEmpty();
		});
		this.memory.start();
		await().atMost(LONG).untilAsserted(() -> assertThat(this.part.followed).containsExactly(change));
	}

	@Test
	void whatCouldNotBeReadAtTheStartIsReadLater() {
		this.part.restore = Mono.error(new StoreException("a slow moment", null));
		this.memory.start();
		await().atMost(LONG).untilAsserted(() -> assertThat(this.part.followed).containsExactly(StoreChange.RESYNC));
	}

	/** Reads everything on each change. */
	private static final class Reading implements Kept {

		private final MapStore store;

		private final List<StoreChange> followed = new CopyOnWriteArrayList<>();

		private Mono<Void> restore = Mono.empty();

		Reading(MapStore store) {
			this.store = store;
		}

		@Override
		public String prefix() {
			return "";
		}

		@Override
		public Mono<Void> restore() {
			return this.restore;
		}

		@Override
		public Mono<Void> write() {
			return Mono.empty();
		}

		@Override
		public Mono<Void> follow(StoreChange change) {
			return this.store.scan("").then(Mono.fromRunnable(() -> this.followed.add(change)));
		}

	}

}
