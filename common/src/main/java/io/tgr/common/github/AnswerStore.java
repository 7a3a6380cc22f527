package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoredEntry;

/**
 * Keeps answers beyond this process, so that GitHub may confirm them to the next one or
 * to another replica. Writes wait for each other and never for an answer; what would have
 * to wait too long is not kept.
 */
final class AnswerStore implements SmartLifecycle {

	/** What is not asked for again for so long is of no use. */
	private static final Duration KEPT = Duration.ofDays(8);

	/** How often an answer that is used is written again to stay. */
	private static final Duration RENEWED = Duration.ofDays(1);

	private static final Duration PATIENCE = Duration.ofMillis(500);

	private static final Duration EVERY = Duration.ofSeconds(1);

	private static final int LARGEST = 256 * 1024;

	private static final long WAITING_BYTES = 4 << 20;

	private static final int AT_ONCE = 50;

	private final @Nullable KeyValueStore store;

	private final Clock clock;

	private final MeterRegistry registry;

	private final String prefix;

	private final ConcurrentLinkedQueue<Write> waiting = new ConcurrentLinkedQueue<>();

	private final AtomicLong waitingBytes = new AtomicLong();

	private final Disposable.Swap writing = Disposables.swap();

	private volatile boolean running;

	AnswerStore(@Nullable KeyValueStore store, GithubProperties properties, Clock clock, MeterRegistry registry) {
		this.store = store;
		this.clock = clock;
		this.registry = registry;
		this.prefix = "http/" + Fingerprint.of(properties) + "/";
	}

	/**
	 * Looks for an answer.
	 * @param request what was asked
	 * @return the answer, empty if there is none or the store does not answer
	 */
	Mono<KeptAnswer> find(String request) {
		if (this.store == null || !this.store.available()) {
			return Mono.empty();
		}
		return this.store.get(key(request))
			.timeout(PATIENCE)
			.mapNotNull((stored) -> KeptAnswer.unpack(stored.value(), stored.version()))
			.doOnNext((answer) -> count("found"))
			.onErrorComplete();
	}

	/**
	 * Writes an answer soon, unless it was written lately.
	 * @param request what was asked
	 * @param answer the answer
	 * @return the answer as it is known from now on
	 */
	KeptAnswer keep(String request, KeptAnswer answer) {
		long now = this.clock.millis();
		if (this.store == null || answer.body().length > LARGEST || now - answer.storedAt() < RENEWED.toMillis()) {
			return answer;
		}
		if (this.waitingBytes.addAndGet(answer.body().length) > WAITING_BYTES) {
			this.waitingBytes.addAndGet(-answer.body().length);
			count("dropped");
			return answer;
		}
		KeptAnswer stored = answer.storedAt(now);
		this.waiting.add(new Write(key(request), stored));
		return stored;
	}

	@Override
	public void start() {
		this.running = true;
		if (this.store != null) {
			this.writing.update(Flux.interval(EVERY, Schedulers.boundedElastic())
				.onBackpressureDrop()
				.concatMap((tick) -> write(), 1)
				.subscribe());
		}
	}

	@Override
	public void stop() {
		stop(() -> {
		});
	}

	@Override
	public void stop(Runnable ended) {
		this.running = false;
		this.writing.update(Disposables.disposed());
		write().timeout(EVERY).onErrorComplete().subscribe(null, (ex) -> ended.run(), ended);
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// After the store has opened, before it closes.
	@Override
	public int getPhase() {
		return -50;
	}

	/**
	 * Writes all that waits.
	 * @return completes at the end, whatever happens
	 */
	Mono<Void> write() {
		return Mono.defer(() -> {
			List<StoredEntry> entries = new ArrayList<>();
			for (Write next = this.waiting.poll(); next != null; next = (entries.size() < AT_ONCE) ? this.waiting.poll()
					: null) {
				this.waitingBytes.addAndGet(-next.answer().body().length);
				entries.add(next.entry());
			}
			return (this.store == null || entries.isEmpty()) ? Mono.<Void>empty()
					: this.store.put(entries)
						.doOnSuccess((none) -> count("stored", entries.size()))
						.doOnError((ex) -> count("dropped", entries.size()))
						.onErrorComplete();
		}).repeat(() -> !this.waiting.isEmpty()).then();
	}

	private String key(String request) {
		return this.prefix + Fingerprint.of(request);
	}

	private void count(String result) {
		count(result, 1);
	}

	private void count(String result, int answers) {
		this.registry.counter("tgr.github.kept", "result", result).increment(answers);
	}

	/**
	 * An answer that is not written yet.
	 *
	 * @param key where it belongs
	 * @param answer the answer
	 */
	private record Write(String key, KeptAnswer answer) {

		StoredEntry entry() {
			return new StoredEntry(this.key, this.answer.packed(), this.answer.storedAt(),
					Instant.ofEpochMilli(this.answer.storedAt()).plus(KEPT));
		}

	}

}
