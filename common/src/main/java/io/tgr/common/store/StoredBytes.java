package io.tgr.common.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * What a key holds in Redis: 19 digits of version, 19 of expiry, the value.
 */
final class StoredBytes {

	private static final int DIGITS = 19;

	private static final int HEADER = 2 * DIGITS;

	private StoredBytes() {
	}

	static byte[] of(StoredEntry entry) {
		Instant end = entry.expiresAt();
		String header = "%019d%019d".formatted(entry.version(), (end != null) ? end.toEpochMilli() : 0);
		byte[] bytes = Arrays.copyOf(header.getBytes(StandardCharsets.US_ASCII), HEADER + entry.value().length);
		System.arraycopy(entry.value(), 0, bytes, HEADER, entry.value().length);
		return bytes;
	}

	static String life(StoredEntry entry, Instant now) {
		Instant end = entry.expiresAt();
		return (end != null) ? String.valueOf(Math.max(1, Duration.between(now, end).toMillis())) : "0";
	}

	static StoredValue value(byte[] bytes) {
		return new StoredValue(Arrays.copyOfRange(bytes, HEADER, bytes.length), number(bytes, 0));
	}

	static StoredEntry entry(String key, byte[] bytes) {
		StoredValue value = value(bytes);
		return new StoredEntry(key, value.value(), value.version(), expiry(bytes));
	}

	private static @Nullable Instant expiry(byte[] bytes) {
		long millis = number(bytes, DIGITS);
		return (millis != 0) ? Instant.ofEpochMilli(millis) : null;
	}

	private static long number(byte[] bytes, int from) {
		return Long.parseLong(new String(bytes, from, DIGITS, StandardCharsets.US_ASCII));
	}

}
