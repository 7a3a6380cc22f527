package io.tgr.common.store;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A value and where it belongs.
 *
 * @param key short ASCII, separated by {@code /}
 * @param value the bytes, which nobody changes any more
 * @param version the higher stays; 0 or more
 * @param expiresAt when it is worth nothing any more, {@code null} for never
 */
public record StoredEntry(String key, byte[] value, long version, @Nullable Instant expiresAt) {

	@Override
	public String toString() {
		return "StoredEntry[key=%s, bytes=%d, version=%d, expiresAt=%s]".formatted(this.key, this.value.length,
				this.version, this.expiresAt);
	}

}
