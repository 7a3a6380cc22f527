package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import reactor.core.publisher.Mono;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoredEntry;
import io.tgr.common.store.WriteBehind;

/**
 * Keeps answers beyond this process, so that GitHub may confirm them to the next one or
 * to another replica. No answer waits for a write.
 */
final class AnswerStore implements SmartLifecycle {

	/** What is not asked for again for so long is of no use. */
	private static final Duration KEPT = Duration.ofDays(8);

	/** How often an answer that is used is written again to stay. */
	private static final Duration RENEWED = Duration.ofDays(1);

	/** An answer that is not found in time is paid for. */
	private static final Duration PATIENCE = Duration.ofSeconds(2);

	private static final int LARGEST = 256 * 1024;

	private final @Nullable KeyValueStore store;

	private final @Nullable WriteBehind writes;

	private final Clock clock;

	private final MeterRegistry registry;

	private final String prefix;

	private volatile boolean running;

	AnswerStore(@Nullable KeyValueStore store, GithubProperties properties, Clock clock, MeterRegistry registry) {
		this.store = store;
		this.writes = (store != null) ? new WriteBehind(store, "github-answers", registry) : null;
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
			.timeout(PATIENCE, Mono.fromRunnable(this::late))
			.mapNotNull((stored) -> KeptAnswer.unpack(stored.value(), stored.version()))
			.doOnNext((answer) -> this.registry.counter("tgr.github.cache.stored").increment())
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
		if (this.writes == null || answer.body().length > LARGEST || now - answer.storedAt() < RENEWED.toMillis()) {
			return answer;
		}
		KeptAnswer stored = answer.storedAt(now);
		boolean added = this.writes.add(stored.body().length,
				() -> new StoredEntry(key(request), stored.packed(), now, Instant.ofEpochMilli(now).plus(KEPT)));
		return (added) ? stored : answer;
	}

	Mono<Void> write() {
		return (this.writes != null) ? this.writes.flush() : Mono.empty();
	}

	@Override
	public void start() {
		this.running = true;
		if (this.writes != null) {
			this.writes.start();
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
		if (this.writes != null) {
			this.writes.stop(ended);
		}
		else {
			ended.run();
		}
	}

	@Override
	public boolean isRunning() {
		return this.running;
	}

	// After the store has opened, before it closes.
	@Override
	public int getPhase() {
		return (this.writes != null) ? this.writes.getPhase() : 0;
	}

	private void late() {
		this.registry.counter("tgr.store.late", "what", "github-answers").increment();
	}

	private String key(String request) {
		return this.prefix + Fingerprint.of(request);
	}

}
