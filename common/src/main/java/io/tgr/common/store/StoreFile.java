package io.tgr.common.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.MVStoreException;
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

	private static final String OTHER = "Name another directory by tgr.store.path (TGR_STORE_PATH); a blank one keeps everything in memory only.";

	static StoreFile in(String directory, StoreOwner owner, StoreFormat format) {
		Path path = (directory.isBlank()) ? null
				: Path.of(directory.strip(), owner.service(), owner.githubHost(), "store.mv").toAbsolutePath();
		return new StoreFile(path, format);
	}

	MVStore open() {
		MVStore.Builder builder = new MVStore.Builder().cacheSize(CACHE_MEGABYTES)
			.autoCommitBufferSize(BUFFER_KILOBYTES);
		if (this.path == null) {
			MVStore store = new MVStore.Builder().open();
			store.setVersionsToKeep(0);
			return store;
		}
		makeDirectory(this.path);
		MVStore store = open(builder.fileName(this.path.toString()), this.path);
		try {
			store.setVersionsToKeep(0);
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

	private static MVStore open(MVStore.Builder builder, Path file) {
		try {
			return builder.open();
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
