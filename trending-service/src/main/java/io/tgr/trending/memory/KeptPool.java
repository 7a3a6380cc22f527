package io.tgr.trending.memory;

import java.util.List;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Mono;

import io.tgr.common.store.StoreChange;

/**
 * The pool in the store: whatever changes in it is written behind, a bounded batch at a
 * time.
 */
class KeptPool implements Kept {

	private final StoredPool stored;

	private final Unwritten unwritten;

	private final int batch;

	KeptPool(StoredPool stored, Unwritten unwritten, int batch, MeterRegistry registry) {
		this.stored = stored;
		this.unwritten = unwritten;
		this.batch = batch;
		Gauge.builder("tgr.memory.unwritten", unwritten, Unwritten::size)
			.description("Repositories that changed and are not written to the store yet")
			.register(registry);
		FunctionCounter.builder("tgr.memory.dropped", unwritten, Unwritten::dropped)
			.description("Changes that were not kept since too many waited to be written")
			.register(registry);
	}

	@Override
	public String prefix() {
		return StoredPool.PREFIX;
	}

	@Override
	public Mono<Void> restore() {
		return this.stored.restore().then();
	}

	@Override
	public Mono<Void> write() {
		return Mono.defer(() -> {
			List<Long> changed = this.unwritten.takeChanged(this.batch);
			List<Long> removed = this.unwritten.takeRemoved(this.batch);
			if (changed.isEmpty() && removed.isEmpty()) {
				return Mono.just(false);
			}
			return this.stored.write(changed)
				.then(this.stored.remove(removed))
				.doOnError((failure) -> this.unwritten.takeBack(changed, removed))
				.doOnCancel(() -> this.unwritten.takeBack(changed, removed))
				.thenReturn(true);
		}).repeat().takeWhile((more) -> more).then();
	}

	@Override
	public Mono<Void> follow(StoreChange change) {
		return this.stored.follow(change);
	}

}
