package io.tgr.common.store;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Callable;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A store of this process alone: one file on disk, or memory.
 */
final class EmbeddedStore implements ManagedStore {

	private static final Log logger = LogFactory.getLog(EmbeddedStore.class);

	private final StoreFile file;

	private final Clock clock;

	private final StoreMetrics metrics;

	private final Leases leases = new SoleLeases();

	private final StoreSweeper sweeper;

	private volatile @Nullable OpenFile open;

	EmbeddedStore(StoreFile file, long maxBytes, Clock clock, StoreMetrics metrics) {
		this.file = file;
		this.clock = clock;
		this.metrics = metrics;
		this.sweeper = new StoreSweeper(maxBytes, clock, metrics);
		metrics.watch(this);
		metrics.gauge("entries", this, (it) -> (it.available()) ? it.opened().size() : 0);
		metrics.gauge("bytes", this, (it) -> (it.available()) ? it.size() : 0);
	}

	@Override
	public Mono<StoredValue> get(String key) {
		return Mono.defer(() -> Mono.<StoredValue>fromCallable(() -> {
			Held held = opened().find(key, this.clock.instant());
			return (held != null) ? new StoredValue(held.value(), held.version()) : null;
		}).subscribeOn(opened().reader())).onErrorMap((ex) -> failure("read", ex));
	}

	@Override
	public Flux<StoredEntry> scan(String prefix) {
		return Flux.defer(() -> {
			OpenFile file = opened();
			return Flux.<List<StoredEntry>, Pages>generate(() -> new Pages(prefix), (pages, sink) -> {
				if (pages.hasNext()) {
					sink.next(file.read((entries) -> pages.next(entries, this.clock.instant())));
				}
				else {
					sink.complete();
				}
				return pages;
			}).subscribeOn(file.reader()).flatMapIterable((page) -> page, 1);
		}).onErrorMap((ex) -> failure("read", ex));
	}

	@Override
	public Mono<Void> put(Collection<StoredEntry> entries) {
		return change(() -> {
			this.sweeper.revive(opened());
			if (!this.sweeper.makeRoom(opened())) {
				throw new StoreException("The store is full", null);
			}
			int written = opened().put(entries, this.clock.instant());
			this.metrics.written(written);
			this.sweeper.afterWrite(opened());
			return written;
		});
	}

	// Nobody else can hold a lease of this store.
	@Override
	public Mono<Void> put(Collection<StoredEntry> entries, Fence fence) {
		return put(entries);
	}

	@Override
	public Mono<Void> delete(Collection<String> keys) {
		return change(() -> opened().remove(keys));
	}

	@Override
	public Flux<StoreChange> changes(String prefix) {
		return Flux.never();
	}

	@Override
	public Leases leases() {
		return this.leases;
	}

	@Override
	public boolean shared() {
		return false;
	}

	@Override
	public boolean available() {
		OpenFile now = this.open;
		return now != null && !now.isClosed();
	}

	@Override
	public void start() {
		OpenFile opened = new OpenFile(this.file);
		this.open = opened;
		logger.info((this.file.path() != null) ? "Store: " + this.file.path()
				: "Store: in memory only, nothing outlives this process");
		this.sweeper.start(opened);
	}

	@Override
	public void stop() {
		this.sweeper.stop();
		OpenFile opened = this.open;
		this.open = null;
		if (opened != null) {
			opened.close();
		}
	}

	@Override
	public boolean isRunning() {
		return this.open != null;
	}

	Mono<Void> sweep() {
		return Mono.defer(() -> this.sweeper.sweep(opened()));
	}

	private long size() {
		return (this.file.path() != null) ? opened().fileSize() : opened().weight().get();
	}

	private Mono<Void> change(Callable<Integer> change) {
		return Mono.defer(() -> Mono.fromCallable(change).subscribeOn(opened().writer()))
			.onErrorMap((ex) -> failure("write", ex))
			.then();
	}

	private OpenFile opened() {
		OpenFile now = this.open;
		if (now == null) {
			throw new StoreException("The store is not open", null);
		}
		return now;
	}

	private StoreException failure(String operation, Throwable cause) {
		this.metrics.failed(operation);
		return (cause instanceof StoreException known) ? known
				: new StoreException("The store could not " + operation, cause);
	}

}
