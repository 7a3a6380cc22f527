package io.tgr.trending.memory;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

import io.tgr.common.store.Fence;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.Leases;
import io.tgr.common.store.StaleFenceException;
import io.tgr.common.store.StoreChange;
import io.tgr.common.store.StoreException;
import io.tgr.common.store.StoredEntry;
import io.tgr.common.store.StoredValue;

/**
 * A store in a map, that a test may have fail, share, and hand its lease around.
 */
public final class MapStore implements KeyValueStore {

	public final Map<String, StoredEntry> entries = new ConcurrentHashMap<>();

	public final AtomicInteger puts = new AtomicInteger();

	public final AtomicInteger gets = new AtomicInteger();

	public final Sinks.Many<StoreChange> changes = Sinks.many().multicast().directBestEffort();

	public final Sinks.Many<Optional<Fence>> lease = Sinks.many().replay().latestOrDefault(Optional.empty());

	public final AtomicInteger failedScans = new AtomicInteger();

	public volatile boolean shared;

	public volatile @Nullable StoreException failure;

	public volatile long newestFence;

	// Then reads never end.
	public volatile boolean silent;

	@Override
	public Mono<StoredValue> get(String key) {
		return Mono.defer(() -> {
			this.gets.incrementAndGet();
			if (this.silent) {
				return Mono.never();
			}
			StoreException failing = this.failure;
			return (failing != null) ? Mono.error(failing) : Mono.justOrEmpty(this.entries.get(key));
		}).map((entry) -> new StoredValue(entry.value(), entry.version()));
	}

	@Override
	public Flux<StoredEntry> scan(String prefix) {
		return Flux
			.defer(() -> (this.failure != null) ? failed() : Flux.fromIterable(new HashMap<>(this.entries).values())
				.filter((entry) -> entry.key().startsWith(prefix)));
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> written) {
		return Mono.defer(() -> {
			if (this.failure != null) {
				return Mono.error(this.failure);
			}
			this.puts.incrementAndGet();
			written.forEach((entry) -> this.entries.merge(entry.key(), entry,
					(held, next) -> (next.version() < held.version()) ? held : next));
			return Mono.empty();
		});
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> written, Fence fence) {
		return Mono.defer(
				() -> (fence.value() < this.newestFence) ? Mono.error(new StaleFenceException(fence)) : put(written));
	}

	@Override
	public Mono<Void> delete(Collection<String> keys) {
		return Mono.fromRunnable(() -> keys.forEach(this.entries::remove));
	}

	@Override
	public Flux<StoreChange> changes(String prefix) {
		return this.changes.asFlux()
			.filter((change) -> change.kind() == StoreChange.Kind.RESYNC
					|| change.keys().stream().allMatch((key) -> key.startsWith(prefix)));
	}

	@Override
	public Leases leases() {
		return (name) -> (this.shared) ? this.lease.asFlux()
				: Flux.just(Optional.of(new Fence(name, 1))).concatWith(Flux.never());
	}

	@Override
	public boolean shared() {
		return this.shared;
	}

	@Override
	public boolean available() {
		return this.failure == null;
	}

	private Flux<StoredEntry> failed() {
		this.failedScans.incrementAndGet();
		return Flux.error(new StoreException("away", this.failure));
	}

	public List<String> keys(String prefix) {
		return this.entries.keySet().stream().filter((key) -> key.startsWith(prefix)).sorted().toList();
	}

}
