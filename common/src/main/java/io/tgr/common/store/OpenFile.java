package io.tgr.common.store;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.BiPredicate;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.h2.mvstore.FileStore;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.concurrent.CustomizableThreadFactory;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * The embedded store while it is open. One thread writes, two read, none of them an event
 * loop; the file may be exchanged for a rewritten one between two reads.
 */
final class OpenFile {

	private static final Log logger = LogFactory.getLog(OpenFile.class);

	private static final int WAITING = 10_000;

	private static final int SECONDS_TO_END = 2;

	private final ExecutorService writers = threads(1, "store-writer");

	private final ExecutorService readers = threads(2, "store-reader");

	// Not as services: their tasks would be interrupted when nobody waits any more, and
	// an
	// interrupt closes the file.
	private final Scheduler writer = Schedulers.fromExecutor((task) -> this.writers.execute(task));

	private final Scheduler reader = Schedulers.fromExecutor((task) -> this.readers.execute(task));

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

	private static ExecutorService threads(int count, String name) {
		CustomizableThreadFactory threads = new CustomizableThreadFactory(name + "-");
		threads.setDaemon(true);
		return new ThreadPoolExecutor(count, count, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(WAITING), threads);
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
		Held held = this.<@Nullable Held>read((entries) -> entries.get(key));
		return (held == null || held.isExpired(now)) ? null : held;
	}

	<T extends @Nullable Object> T read(Function<MVMap<String, Held>, T> reading) {
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

	/**
	 * Reads on.
	 * @param pages where to read on
	 * @param wanted which entries
	 * @return those of the next page
	 */
	Map<String, Held> next(Pages pages, BiPredicate<String, Held> wanted) {
		Map<String, Held> found = new HashMap<>();
		read((entries) -> pages.forNext(entries, (key, held) -> {
			if (wanted.test(key, held)) {
				found.put(key, held);
			}
		}));
		return found;
	}

	int removeUnchanged(Map<String, Held> seen) {
		return remove(seen.keySet().stream().filter((key) -> {
			Held held = this.entries.get(key);
			Held before = seen.get(key);
			return held != null && before != null && held.version() == before.version()
					&& held.expiry() == before.expiry();
		}).toList());
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
			this.file.replace();
			reopen();
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	/**
	 * Opens the file again after it had to be closed, for want of space for example.
	 */
	void reopen() {
		this.lock.writeLock().lock();
		try {
			this.store = this.file.open();
			this.entries = entries(this.store);
		}
		finally {
			this.lock.writeLock().unlock();
		}
	}

	void close() {
		end(this.writers);
		end(this.readers);
		try {
			this.store.close(0);
		}
		catch (MVStoreException ex) {
			logger.warn("The store could not be closed, its last seconds are lost: " + ex.getMessage());
		}
	}

	private static void end(ExecutorService threads) {
		threads.shutdown();
		try {
			if (!threads.awaitTermination(SECONDS_TO_END, TimeUnit.SECONDS)) {
				logger.warn("The store is closed although it is still being used");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
