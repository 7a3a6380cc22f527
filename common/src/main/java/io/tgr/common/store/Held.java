package io.tgr.common.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the embedded store keeps for a key.
 *
 * @param version the version
 * @param expiry when it expires in milliseconds, 0 for never
 * @param value the bytes
 */
record Held(long version, long expiry, byte[] value) {

	// What an entry takes beside its key and its value, roughly.
	private static final int OVERHEAD = 24;

	static Held of(StoredEntry entry) {
		Instant end = entry.expiresAt();
		return new Held(entry.version(), (end != null) ? Math.max(1, end.toEpochMilli()) : 0, entry.value());
	}

	boolean isExpired(Instant now) {
		return this.expiry != 0 && this.expiry <= now.toEpochMilli();
	}

	int weight(String key) {
		return OVERHEAD + key.length() + this.value.length;
	}

	StoredEntry entry(String key) {
		return new StoredEntry(key, this.value, this.version, expiresAt());
	}

	private @Nullable Instant expiresAt() {
		return (this.expiry != 0) ? Instant.ofEpochMilli(this.expiry) : null;
	}

}
