package io.tgr.common.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The embedded store while it is open. One thread writes, two read, none of them an event
 * loop; the file may be exchanged for a rewritten one between two reads.
 */
final class OpenFile {

	private static final int WAITING = 10_000;

	private static final int IDLE_SECONDS = 60;

	private final Scheduler writer = Schedulers.newBoundedElastic(1, WAITING, "store-writer", IDLE_SECONDS, true);

	private final Scheduler reader = Schedulers.newBoundedElastic(2, WAITING, "store-reader", IDLE_SECONDS, true);

	private final ReadWriteLock lock = new ReentrantReadWriteLock();

	private final AtomicLong weight = new AtomicLong();

	private final StoreFile file;

	private volatile MVStore store;

	private volatile MVMap<String, Held> entries;

	OpenFile(StoreFile file) {
		this.file = file;
		this.store = file.open();
		this.entries = entries(this.store);
	}

	static MVMap<String, Held> entries(MVStore store) {
		return store.openMap("entries",
				new MVMap.Builder<String, Held>().keyType(StringDataType.INSTANCE).valueType(new HeldType()));
	}

	Scheduler writer() {
		return this.writer;
	}

	Scheduler reader() {
		return this.reader;
	}

	// Bytes of the entries, roughly.
	AtomicLong weight() {
		return this.weight;
	}

	boolean isClosed() {
		return this.store.isClosed();
	}

	long size() {
		return this.entries.sizeAsLong();
	}

	@Nullable Held find(String key, Instant now) {
		Held held = read((entries) -> entries.get(key));
		return (held == null || held.isExpired(now)) ? null : held;
	}

	<T> T read(Function<MVMap<String, Held>, T> reading) {
		this.lock.readLock().lock();
		try {
			return reading.apply(this.entries);
		}
		finally {
			this.lock.readLock().unlock();
		}
	}

	int put(Collection<StoredEntry> all, Instant now) {
		int written = 0;
		for (StoredEntry entry : all) {
			Held old = this.entries.get(entry.key());
			if (old == null || old.isExpired(now) || old.version() <= entry.version()) {
				Held held = Held.of(entry);
				this.entries.put(entry.key(), held);
				long before = (old != null) ? old.weight(entry.key()) : 0;
				this.weight.addAndGet(held.weight(entry.key()) - before);
				written++;
			}
		}
		return written;
	}

	int remove(Collection<String> keys) {
		int removed = 0;
		for (String key : keys) {
			Held old = this.entries.remove(key);
			if (old != null) {
				this.weight.addAndGet(-old.weight(key));
				removed++;
			}
		}
		return removed;
	}

	List<String> next(Pages pages, BiPredicate<String, Held> wanted) {
		List<String> keys = new ArrayList<>();
		read((entries) -> pages.forNext(entries, (key, held) -> {
			if (wanted.test(key, held)) {
				keys.add(key);
			}
		}));
		return keys;
	}

	long fileSize() {
		FileStore<?> file = this.store.getFileStore();
		return (file != null && !this.store.isClosed()) ? file.size() : 0;
	}

	/**
	 * Gives space back: writes what is still worth something into a new file, which then
	 * takes the place of the old one. A crash leaves either of them.
	 * @param now the present time
	 */
	void rewrite(Instant now) {
		if (this.file.path() == null) {
			return;
		}
		this.file.copy(this.entries, now);
		this.lock.writeLock().lock();
		try {
			this.store.close(0);
			this.store = this.file.replace();
			this.entries = entries(this.store);
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	void close() {
		this.writer.dispose();
		this.reader.dispose();
		this.store.close(0);
	}

}
