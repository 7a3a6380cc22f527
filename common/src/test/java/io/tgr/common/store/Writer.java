package io.tgr.common.store;

import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** A process that writes until it is killed, and says what was acknowledged. */
public final class Writer {

	static final int KEYS = 2000;

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	private Writer() {
	}

	public static void main(String[] arguments) {
		EmbeddedStore store = open(arguments[0]);
		store.start();
		for (long i = Long.parseLong(arguments[1]);; i++) {
			store.put(List.of(new StoredEntry("k/" + i % KEYS, value(i), i, null))).block(PATIENCE);
			System.out.println(i);
			if (i % 5000 == 0) {
				store.sweep().block(PATIENCE);
			}
		}
	}

	static EmbeddedStore open(String directory) {
		return new EmbeddedStore(
				StoreFile.in(directory, new StoreOwner("killed", "api.github.com"), StoreFormat.PRESENT), 4 << 20,
				Clock.systemUTC(), new StoreMetrics(new SimpleMeterRegistry(), "embedded"));
	}

	static byte[] value(long number) {
		byte[] bytes = new byte[300 + (int) (number % 700)];
		new Random(number).nextBytes(bytes);
		ByteBuffer.wrap(bytes).putLong(number).putLong(checksum(bytes));
		return bytes;
	}

	static boolean isWhole(StoredEntry entry) {
		ByteBuffer buffer = ByteBuffer.wrap(entry.value());
		return buffer.getLong() == entry.version() && buffer.getLong() == checksum(entry.value());
	}

	private static long checksum(byte[] bytes) {
		CRC32 checksum = new CRC32();
		checksum.update(bytes, 16, bytes.length - 16);
		return checksum.getValue();
	}

}
