package io.tgr.common.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Objects;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
import org.h2.store.fs.FileUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * Opens the file of the embedded store, or says why it cannot be.
 *
 * @param path the file, {@code null} for memory only
 * @param format what it looks like
 */
record StoreFile(@Nullable Path path, StoreFormat format) {

	private static final int CACHE_MEGABYTES = 4;

	private static final int BUFFER_KILOBYTES = 1024;

	private static final int RETENTION_MILLIS = 10_000;

	private static final Log logger = LogFactory.getLog(StoreFile.class);

	private static final String OTHER = "Name another directory by tgr.store.path (TGR_STORE_PATH); a blank one keeps everything in memory only.";

	static StoreFile in(String directory, StoreOwner owner, StoreFormat format) {
		Path path = (directory.isBlank()) ? null
				: Path.of(directory.strip(), owner.service(), owner.githubHost(), "store.mv").toAbsolutePath();
		return new StoreFile(path, format);
	}

	MVStore open() {
		if (this.path == null) {
			MVStore store = new MVStore.Builder().open();
			store.setVersionsToKeep(0);
			return store;
		}
		makeDirectory(this.path);
		MVStore store = open(this.path);
		try {
			this.format.apply(store, this.path.toString());
			return store;
		}
		catch (FailureAnalyzedException ex) {
			store.closeImmediately();
			throw ex;
		}
		catch (MVStoreException ex) {
			store.closeImmediately();
			throw refusal(ex, this.path);
		}
	}

	/**
	 * Writes entries into a new file beside this one.
	 * @param entries the entries
	 * @param now the present time, at which some have expired
	 */
	void copy(MVMap<String, Held> entries, Instant now) {
		try {
			Files.deleteIfExists(rewritten());
			try (MVStore store = open(rewritten())) {
				store.setStoreVersion(this.format.current());
				MVMap<String, Held> copies = OpenFile.entries(store);
				Cursor<String, Held> cursor = entries.cursor(null);
				while (cursor.hasNext()) {
					String key = cursor.next();
					if (!cursor.getValue().isExpired(now)) {
						copies.append(key, cursor.getValue());
					}
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (MVStoreException ex) {
			// The space is needed more by the file that is in use.
			FileUtils.tryDelete(rewritten().toString());
			throw ex;
		}
	}

	/**
	 * Puts the new file in the place of this one, which is closed, if it can.
	 */
	void replace() {
		try {
			Files.move(rewritten(), Objects.requireNonNull(this.path), StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			logger.warn("The store could not be rewritten: " + ex);
		}
	}

	private Path rewritten() {
		Path file = Objects.requireNonNull(this.path);
		return file.resolveSibling(file.getFileName() + ".new");
	}

	// Times are those of H2 but for the time that freed space is left alone: with 0 files
	// were damaged (h2database#2752, nitrite#1301), with 45 s they grow large.
	private static MVStore open(Path file) {
		try {
			MVStore store = new MVStore.Builder().cacheSize(CACHE_MEGABYTES)
				.autoCommitBufferSize(BUFFER_KILOBYTES)
				.fileName(file.toString())
				.open();
			store.setRetentionTime(RETENTION_MILLIS);
			return store;
		}
		catch (MVStoreException ex) {
			throw refusal(ex, file);
		}
	}

	private static void makeDirectory(Path file) {
		try {
			Files.createDirectories(file.getParent());
			if (!Files.isWritable(file.getParent()) || (Files.exists(file) && !Files.isWritable(file))) {
				throw new IOException("not writable");
			}
		}
		catch (IOException ex) {
			throw new FailureAnalyzedException("The store cannot be written in %s (%s).".formatted(file.getParent(),
					ex.getClass().getSimpleName()), "Make it writable. " + OTHER, ex);
		}
	}

	private static FailureAnalyzedException refusal(MVStoreException ex, Path file) {
		return switch (ex.getErrorCode()) {
			case DataUtils.ERROR_FILE_LOCKED -> new FailureAnalyzedException(
					"The store %s is open in another process.".formatted(file),
					"End the other process. Replicas need a directory each, or Redis (tgr.store.redis.url). " + OTHER,
					ex);
			case DataUtils.ERROR_WRITING_FAILED -> new FailureAnalyzedException(
					"The store %s cannot be written.".formatted(file), "Is the disk full? " + OTHER, ex);
			default -> new FailureAnalyzedException("The store %s cannot be read: the file is damaged.".formatted(file),
					"Move it away, then start again: mv %s %s.damaged. What it remembered is lost, the service begins with an empty store."
						.formatted(file, file),
					ex);
		};
	}

}
