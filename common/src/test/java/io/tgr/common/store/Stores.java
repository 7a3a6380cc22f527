package io.tgr.common.store;

import java.nio.file.Path;
import java.time.Clock;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** Stores for tests of other packages. */
public final class Stores {

	private Stores() {
	}

	public static KeyValueStore embedded(Path directory, Clock clock) {
		EmbeddedStore store = new EmbeddedStore(
				StoreFile.in(directory.toString(), new StoreOwner("a", "b"), StoreFormat.PRESENT), 64 << 20, clock,
				new StoreMetrics(new SimpleMeterRegistry(), "embedded"));
		store.start();
		return store;
	}

	public static void close(KeyValueStore store) {
		((ManagedStore) store).stop();
	}

}
