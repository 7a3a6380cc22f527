package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.util.retry.Retry;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoreException;
import io.tgr.trending.pool.CandidatePool;

/**
 * Reads what was kept before the service is ready, writes behind what changes while it
 * runs, and takes over what other replicas write.
 */
class Memory implements SmartLifecycle {

	/**
	 * Starts before the web server and stops after it.
	 */
	static final int PHASE = 0;

	private static final Log logger = LogFactory.getLog(Memory.class);

	private static final Duration LAST_WRITE = Duration.ofSeconds(5);

	private static final Duration AGAIN = Duration.ofMillis(500);

	private static final Duration AGAIN_AT_MOST = Duration.ofSeconds(10);

	private final KeyValueStore store;

	private final List<Kept> parts;

	private final CandidatePool pool;

	private final MemoryProperties properties;

	private final Scheduler scheduler;

	private final Clock clock;

	private volatile @Nullable Disposable running;

	private volatile boolean failing;

	Memory(KeyValueStore store, List<Kept> parts, CandidatePool pool, MemoryProperties properties, Scheduler scheduler,
			Clock clock) {
		this.store = store;
		this.parts = List.copyOf(parts);
		this.pool = pool;
		this.properties = properties;
		this.scheduler = scheduler;
		this.clock = clock;
	}

	@Override
	public int getPhase() {
		return PHASE;
	}

	@Override
	public void start() {
		Disposable.Composite work = Disposables.composite();
		Sinks.Empty<Void> restored = Sinks.empty();
		if (this.store.shared()) {
			this.parts.forEach((part) -> work.add(go("following other replicas", follow(part, restored.asMono()))));
		}
		restore(restored);
		work.add(go("writing what changed", writeBehind()));
		this.running = work;
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable done) {
		Disposable work = this.running;
		this.running = null;
		if (work == null) {
			done.run();
			return;
		}
		work.dispose();
		go("writing for the last time",
				write().timeout(LAST_WRITE, this.scheduler).subscribeOn(this.scheduler).doFinally((end) -> done.run()));
	}

	@Override
	public boolean isRunning() {
		return this.running != null;
	}

	// The start waits, on the thread that starts, so that the first answer knows all.
	private void restore(Sinks.Empty<Void> restored) {
		Instant start = this.clock.instant();
		try {
			Flux.fromIterable(this.parts)
				.concatMapDelayError(Kept::restore)
				.then()
				.doOnError(restored::tryEmitError)
				.doOnSuccess((done) -> restored.tryEmitEmpty())
				.subscribeOn(this.scheduler)
				.toFuture()
				.get(this.properties.restoreTimeout().toMillis(), TimeUnit.MILLISECONDS);
			logger.info("%d repositories were kept; read in %d ms".formatted(this.pool.size(null),
					Duration.between(start, this.clock.instant()).toMillis()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		catch (ExecutionException | TimeoutException ex) {
			logger.warn("What was kept could not be read, the service starts with %d repositories"
				.formatted(this.pool.size(null)), ex);
		}
	}

	private Mono<Void> writeBehind() {
		return Mono.delay(this.properties.writeInterval(), this.scheduler).then(write()).repeat().then();
	}

	private Mono<Void> write() {
		return Flux.fromIterable(this.parts)
			.concatMapDelayError(Kept::write)
			.then()
			.doOnSuccess((done) -> this.failing = false)
			.onErrorResume((failure) -> {
				if (!this.failing) {
					logger.warn("What changed could not be written, and is tried again", failure);
				}
				this.failing = true;
				return Mono.empty();
			});
	}

	// Listens before anything is read, to miss nothing that is written meanwhile. Who
	// fails to read a change must read it later: it is told only once. What comes too
	// fast meanwhile is replaced by a resync.
	private Mono<Void> follow(Kept part, Mono<Void> restored) {
		Retry later = Retry.backoff(Long.MAX_VALUE, AGAIN)
			.maxBackoff(AGAIN_AT_MOST)
			.scheduler(this.scheduler)
			.filter(StoreException.class::isInstance);
		Mono<StoreChange> unread = restored.then(Mono.<StoreChange>empty()).onErrorReturn(StoreChange.RESYNC);
		return Flux.mergeSequential(unread, this.store.changes(part.prefix()))
			.publishOn(this.scheduler)
			.concatMap((change) -> part.follow(change).retryWhen(later).onErrorResume((failure) -> {
				logger.warn("A change of another replica could not be read and is passed over", failure);
				return Mono.empty();
			}))
			.then();
	}

	private static Disposable go(String work, Mono<Void> what) {
		return what.subscribe(null, (failure) -> logger.error("The memory stops " + work, failure));
	}

}
