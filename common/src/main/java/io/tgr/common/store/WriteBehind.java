package io.tgr.common.store;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Writes in batches, a second later: what is added waits for nothing, and what would have
 * to wait too long is not written. Starts after the store and ends before it, when
 * everything is written or has had five seconds.
 */
public final class WriteBehind implements SmartLifecycle {

	private static final Duration EVERY = Duration.ofSeconds(1);

	private static final Duration LAST = Duration.ofSeconds(5);

	private static final long WAITING_BYTES = 4 << 20;

	private static final int AT_ONCE = 50;

	private final KeyValueStore store;

	private final String what;

	private final MeterRegistry registry;

	private final ConcurrentLinkedQueue<Write> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicLong waitingBytes = new AtomicLong();

	private final Disposable.Swap writing = Disposables.swap();

	private volatile Sinks.Empty<Void> end = Sinks.empty();

	private volatile Mono<Void> work = Mono.empty();

	private volatile boolean running;

	/**
	 * Makes one.
	 * @param store where to write
	 * @param what what is written, for metrics
	 * @param registry where to count
	 */
	public WriteBehind(KeyValueStore store, String what, MeterRegistry registry) {
		this.store = store;
		this.what = what;
		this.registry = registry;
	}

	/**
	 * Adds a value.
	 * @param bytes how large it is until it is written, roughly
	 * @param entry makes the entry when its turn comes, on a thread that may take its
	 * time
	 * @return {@code false} if too much is waiting
	 */
	public boolean add(int bytes, Supplier<StoredEntry> entry) {
		if (this.waitingBytes.addAndGet(bytes) > WAITING_BYTES) {
			this.waitingBytes.addAndGet(-bytes);
			count("dropped", 1);
			return false;
		}
		this.waiting.add(new Write(bytes, entry));
		return true;
	}

	/**
	 * Writes all that waits.
	 * @return completes at the end, whatever happens
	 */
	public Mono<Void> flush() {
		return Mono.defer(() -> {
			List<StoredEntry> entries = new ArrayList<>();
			while (entries.size() < AT_ONCE) {
				Write next = this.waiting.poll();
				if (next == null) {
					break;
				}
				this.waitingBytes.addAndGet(-next.bytes());
				make(next).ifPresent(entries::add);
			}
			return (entries.isEmpty()) ? Mono.<Void>empty() : write(entries);
		}).repeat(() -> !this.waiting.isEmpty()).then();
	}

	// One entry that cannot be made is no reason to lose the others.
	private Optional<StoredEntry> make(Write write) {
		try {
			return Optional.of(write.entry().get());
		}
		catch (RuntimeException ex) {
			count("dropped", 1);
			return Optional.empty();
		}
	}

	@Override
	public void start() {
		this.running = true;
		this.end = Sinks.empty();
		this.work = Flux.interval(EVERY, Schedulers.boundedElastic())
			.takeUntilOther(this.end.asMono())
			.onBackpressureDrop()
			.concatMap((tick) -> flush(), 1)
			.then(flush())
			.cache();
		this.writing.update(this.work.subscribe());
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	// What is being written is lost if it is cancelled, so it is waited for.
	@Override
	public void stop(Runnable ended) {
		this.running = false;
		this.end.tryEmitEmpty();
		this.work.timeout(LAST, Mono.fromRunnable(() -> this.writing.update(Disposables.disposed())))
			.subscribe(null, null, ended);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	@Override
	public boolean isPauseable() {
		return false;
	}

	@Override
	public int getPhase() {
		return ManagedStore.PHASE + 1;
	}

	private Mono<Void> write(List<StoredEntry> entries) {
		return this.store.put(entries)
			.doOnSuccess((none) -> count("written", entries.size()))
			.doOnError((ex) -> count("dropped", entries.size()))
			.onErrorComplete();
	}

	private void count(String result, int entries) {
		this.registry.counter("tgr.store.behind", "what", this.what, "result", result).increment(entries);
	}

	/**
	 * A value that is not written yet.
	 *
	 * @param bytes its size, roughly
	 * @param entry makes the entry
	 */
	private record Write(int bytes, Supplier<StoredEntry> entry) {

	}

}
