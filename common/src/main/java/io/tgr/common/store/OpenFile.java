package io.tgr.common.store;

import java.time.Instant;
import java.util.Collection;
import java.util.concurrent.atomic.AtomicLong;

import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The embedded store while it is open: one thread writes, two read, none of them an event
 * loop.
 *
 * @param store the file
 * @param entries what is in it
 * @param weight bytes of the entries, roughly
 * @param writer where everything that changes the file runs, one after the other
 * @param reader where everything else runs
 */
record OpenFile(MVStore store, MVMap<String, Held> entries, AtomicLong weight, Scheduler writer, Scheduler reader) {

	private static final int WAITING = 10_000;

	private static final int CLOSING_MILLIS = 1000;

	private static final int IDLE_SECONDS = 60;

	static OpenFile of(MVStore store) {
		MVMap<String, Held> entries = store.openMap("entries",
				new MVMap.Builder<String, Held>().keyType(StringDataType.INSTANCE).valueType(new HeldType()));
		return new OpenFile(store, entries, new AtomicLong(),
				Schedulers.newBoundedElastic(1, WAITING, "store-writer", IDLE_SECONDS, true),
				Schedulers.newBoundedElastic(2, WAITING, "store-reader", IDLE_SECONDS, true));
	}

	@Nullable Held find(String key, Instant now) {
		Held held = this.entries.get(key);
		return (held == null || held.isExpired(now)) ? null : held;
	}

	int put(Collection<StoredEntry> all, Instant now) {
		int written = 0;
		for (StoredEntry entry : all) {
			Held old = this.entries.get(entry.key());
			if (old == null || old.isExpired(now) || old.version() <= entry.version()) {
				Held held = Held.of(entry);
				this.entries.put(entry.key(), held);
				this.weight.addAndGet(held.weight(entry.key()) - ((old != null) ? (long) old.weight(entry.key()) : 0L));
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

	long fileSize() {
		FileStore<?> file = this.store.getFileStore();
		return (file != null && !this.store.isClosed()) ? file.size() : 0;
	}

	void compact(int millis) {
		if (this.store.getFileStore() != null) {
			this.store.compactFile(millis);
		}
	}

	void close() {
		this.writer.dispose();
		this.reader.dispose();
		this.store.close(CLOSING_MILLIS);
	}

}
