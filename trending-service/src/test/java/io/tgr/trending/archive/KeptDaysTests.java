package io.tgr.trending.archive;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import io.tgr.common.store.StoredEntry;
import io.tgr.trending.memory.MapStore;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Window;

import static org.assertj.core.api.Assertions.assertThat;

class KeptDaysTests {

	private final MapStore store = new MapStore();

	private final Scheduler scheduler = Schedulers.newSingle("ranking", true);

	private final KeptDays kept = new KeptDays(this.store, new CandidatePool(new PoolProperties(10), Clock.systemUTC()),
			new Ranker(new Formula(bind("tgr.trending.formula", FormulaProperties.class))),
			bind("tgr.trending.archive", ArchiveProperties.class), new SimpleMeterRegistry(), this.scheduler,
			Clock.systemUTC());

	@AfterEach
	void end() {
		this.scheduler.dispose();
	}

	@Test
	void decodesOffTheThreadThatReads() {
		String key = "board/Java/daily";
		this.store.entries.put(key, new StoredEntry(key, Board.EMPTY.write(), 1, null));
		AtomicReference<String> thread = new AtomicReference<>("");
		StepVerifier
			.create(this.kept.board(Optional.of("Java"), Window.DAILY)
				.doOnNext((board) -> thread.set(Thread.currentThread().getName())))
			.expectNext(Board.EMPTY)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
		assertThat(thread.get()).startsWith("ranking");
	}

	@Test
	void waitsForTheStoreAndNotLonger() {
		this.store.silent = true;
		StepVerifier.create(this.kept.board(Optional.of("Java"), Window.DAILY))
			.expectError(TimeoutException.class)
			.verify(Duration.ofSeconds(5));
	}

	@Test
	void doesNotTakeForTheStoreWhatWaitsForAThread() {
		CountDownLatch busy = new CountDownLatch(1);
		this.scheduler.schedule(() -> await(busy));
		StepVerifier.create(this.kept.board(Optional.of("Java"), Window.DAILY))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(1500))
			.then(busy::countDown)
			.expectNext(Board.EMPTY)
			.expectComplete()
			.verify(Duration.ofSeconds(5));
	}

	private static void await(CountDownLatch latch) {
		try {
			latch.await();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	private static <T> T bind(String prefix, Class<T> type) {
		return new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate(prefix, type);
	}

}
