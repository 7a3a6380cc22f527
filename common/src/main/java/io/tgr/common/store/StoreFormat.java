package io.tgr.common.store;

import java.util.Map;
import java.util.function.Consumer;

import org.h2.mvstore.MVStore;
import org.springframework.boot.diagnostics.FailureAnalyzedException;

/**
 * What the file of the embedded store looks like, and the way there from older formats.
 *
 * @param current the format that is written
 * @param migrations what makes the next format out of an older one, by the older one's
 * number
 */
record StoreFormat(int current, Map<Integer, Consumer<MVStore>> migrations) {

	static final StoreFormat PRESENT = new StoreFormat(1, Map.of());

	/**
	 * Brings a file to the present format, one format at a time.
	 * @param store the open file
	 * @param file its name
	 */
	void apply(MVStore store, String file) {
		int found = store.getStoreVersion();
		if (found == 0 && store.getMapNames().isEmpty()) {
			found = this.current;
		}
		if (found > this.current) {
			throw new FailureAnalyzedException(
					"The store %s has format %d, this version knows formats up to %d.".formatted(file, found,
							this.current),
					"Run the newer version again, or move the file away and begin with an empty store.");
		}
		for (int format = found; format < this.current; format++) {
			Consumer<MVStore> migration = this.migrations.get(format);
			if (migration == null) {
				throw new FailureAnalyzedException("The store %s has format %d, from which no way leads to %d."
					.formatted(file, found, this.current), "Move the file away and begin with an empty store.");
			}
			migration.accept(store);
			store.setStoreVersion(format + 1);
			store.commit();
		}
		store.setStoreVersion(this.current);
		store.commit();
	}

}
