package io.tgr.common.store;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.jspecify.annotations.Nullable;

/**
 * The entries of the embedded store in the order of their keys, a bounded number at a
 * time.
 */
final class Pages {

	private static final int ENTRIES = 256;

	private static final int BYTES = 512 * 1024;

	private final String prefix;

	private @Nullable String from;

	Pages(String prefix) {
		this.prefix = prefix;
		this.from = prefix;
	}

	boolean hasNext() {
		return this.from != null;
	}

	List<StoredEntry> next(MVMap<String, Held> map, Instant now) {
		List<StoredEntry> entries = new ArrayList<>();
		forNext(map, (key, held) -> {
			if (!held.isExpired(now)) {
				entries.add(held.entry(key));
			}
		});
		return entries;
	}

	boolean forNext(MVMap<String, Held> map, BiConsumer<String, Held> consumer) {
		Cursor<String, Held> cursor = map.cursor(this.from);
		int bytes = 0;
		for (int count = 0; cursor.hasNext(); count++) {
			String key = cursor.next();
			if (!key.startsWith(this.prefix)) {
				break;
			}
			if (count == ENTRIES || bytes > BYTES) {
				this.from = key;
				return true;
			}
			Held held = cursor.getValue();
			bytes += held.value().length;
			consumer.accept(key, held);
		}
		this.from = null;
		return false;
	}

}
