package io.tgr.trending.memory;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoredEntry;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolListener;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.record.UnreadableRecordException;

/**
 * The pool as the store has it, one record a repository. A record that cannot be read is
 * left out and told.
 */
class StoredPool {

	static final String PREFIX = "repo/";

	private static final int AT_ONCE = 500;

	private static final int SIDE_BY_SIDE = 16;

	private final KeyValueStore store;

	private final CandidatePool pool;

	private final MemoryProperties properties;

	private final Clock clock;

	private final PoolListener missing;

	private final RepositoryRecord records = new RepositoryRecord();

	private final AtomicLong version = new AtomicLong();

	private final UnreadableRecords unreadable;

	private final Scheduler scheduler;

	StoredPool(KeyValueStore store, CandidatePool pool, PoolListener missing, MemoryProperties properties,
			MeterRegistry registry, Scheduler scheduler, Clock clock) {
		this.store = store;
		this.pool = pool;
		this.missing = missing;
		this.properties = properties;
		this.clock = clock;
		this.unreadable = new UnreadableRecords("repositories", registry);
		this.scheduler = scheduler;
	}

	/**
	 * Takes everything that is kept into the pool, a little at a time.
	 * @return how many repositories were read
	 */
	Mono<Long> restore() {
		return everything().buffer(AT_ONCE)
			.doOnNext(this.pool::restore)
			.map((batch) -> (long) batch.size())
			.reduce(0L, Long::sum);
	}

	/**
	 * Writes repositories as they are now; those no longer tracked are passed over.
	 * @param ids their numbers
	 * @return completes when they are written
	 */
	Mono<Void> write(List<Long> ids) {
		return Mono.defer(() -> {
			List<StoredEntry> entries = ids.stream()
				.map(this.pool::find)
				.filter(Objects::nonNull)
				.map(this::entry)
				.toList();
			return (entries.isEmpty()) ? Mono.empty() : this.store.put(entries);
		});
	}

	Mono<Void> remove(List<Long> ids) {
		return this.store.delete(ids.stream().map((id) -> PREFIX + id).toList());
	}

	/**
	 * Takes over what another replica changed.
	 * @param change the change
	 * @return completes when the pool has it; fails if the store does not answer
	 */
	Mono<Void> follow(StoreChange change) {
		return switch (change.kind()) {
			case RESYNC -> compare();
			case REMOVED -> Mono.fromRunnable(() -> change.keys().forEach(this::forget));
			case WRITTEN -> Flux.fromIterable(change.keys())
				.flatMap((key) -> this.store.get(key).map((value) -> Map.entry(key, value.value())), SIDE_BY_SIDE)
				.publishOn(this.scheduler)
				.mapNotNull((found) -> read(found.getKey(), found.getValue()))
				.buffer(AT_ONCE)
				.doOnNext(this.pool::restore)
				.then();
		};
	}

	// Not on the thread that reads from Redis, which has more to do than this.
	private Flux<TrackedRepository> everything() {
		return this.store.scan(PREFIX)
			.publishOn(this.scheduler)
			.mapNotNull((entry) -> read(entry.key(), entry.value()));
	}

	// A store that came back may have lost what it had.
	private Mono<Void> compare() {
		return Mono.defer(() -> {
			Set<Long> there = new HashSet<>();
			return everything().doOnNext((found) -> there.add(found.candidate().id()))
				.buffer(AT_ONCE)
				.doOnNext(this.pool::restore)
				.then(Mono.fromRunnable(() -> this.pool.of(null)
					.stream()
					.map((repository) -> repository.candidate().id())
					.filter((id) -> !there.contains(id))
					.forEach(this.missing::changed)));
		});
	}

	private void forget(String key) {
		try {
			this.pool.forget(Long.parseLong(key.substring(PREFIX.length())));
		}
		catch (NumberFormatException ex) {
			this.unreadable.passedOver(key, ex);
		}
	}

	private StoredEntry entry(TrackedRepository repository) {
		Instant expiresAt = repository.candidate().seenAt().plus(this.properties.keep());
		return new StoredEntry(PREFIX + repository.candidate().id(), this.records.write(repository), nextVersion(),
				expiresAt);
	}

	// The time, so that of two replicas the later writer wins; it never stands still.
	private long nextVersion() {
		long now = this.clock.millis();
		return this.version.updateAndGet((last) -> Math.max(last + 1, now));
	}

	private @Nullable TrackedRepository read(String key, byte[] value) {
		try {
			TrackedRepository repository = this.records.read(value);
			if (!key.equals(PREFIX + repository.candidate().id())) {
				throw new UnreadableRecordException("another repository");
			}
			return repository;
		}
		catch (RuntimeException ex) {
			this.unreadable.passedOver(key, ex);
			return null;
		}
	}

}
