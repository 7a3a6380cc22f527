package io.tgr.common.store;

/**
 * What a key holds.
 *
 * @param value the bytes, which nobody may change
 * @param version its version
 */
public record StoredValue(byte[] value, long version) {

	@Override
	public String toString() {
		return "StoredValue[bytes=%d, version=%d]".formatted(this.value.length, this.version);
	}

}
