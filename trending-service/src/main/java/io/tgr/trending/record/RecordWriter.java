package io.tgr.trending.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

/**
 * Writes a record: small numbers take few bytes, and what is absent takes one.
 */
public final class RecordWriter {

	private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);

	/**
	 * Begins a record.
	 * @param format the version of its format, which is its first byte
	 */
	public RecordWriter(int format) {
		this.bytes.write(format);
	}

	/**
	 * Writes a number that is mostly small and never negative.
	 * @param value the number
	 * @return this writer
	 */
	public RecordWriter number(long value) {
		long rest = value;
		while ((rest & ~0x7fL) != 0) {
			this.bytes.write((int) (rest & 0x7f) | 0x80);
			rest >>>= 7;
		}
		this.bytes.write((int) rest);
		return this;
	}

	/**
	 * Writes a number that may be negative.
	 * @param value the number
	 * @return this writer
	 */
	public RecordWriter signed(long value) {
		return number((value << 1) ^ (value >> 63));
	}

	/**
	 * Writes a yes or no.
	 * @param value which
	 * @return this writer
	 */
	public RecordWriter flag(boolean value) {
		this.bytes.write((value) ? 1 : 0);
		return this;
	}

	/**
	 * Writes a time, to the millisecond.
	 * @param value the time, or {@code null}
	 * @return this writer
	 */
	public RecordWriter time(@Nullable Instant value) {
		flag(value != null);
		return (value != null) ? signed(value.toEpochMilli()) : this;
	}

	/**
	 * Writes a text.
	 * @param value the text, or {@code null}
	 * @return this writer
	 */
	public RecordWriter text(@Nullable String value) {
		if (value == null) {
			return number(0);
		}
		byte[] text = value.getBytes(StandardCharsets.UTF_8);
		number(text.length + 1L);
		this.bytes.writeBytes(text);
		return this;
	}

	/**
	 * Writes bytes as they are.
	 * @param value the bytes
	 * @return this writer
	 */
	public RecordWriter bytes(byte[] value) {
		number(value.length);
		this.bytes.writeBytes(value);
		return this;
	}

	/**
	 * Writes a list.
	 * @param <T> what it is a list of
	 * @param values the list
	 * @param write writes one of them
	 * @return this writer
	 */
	public <T> RecordWriter list(Collection<T> values, BiConsumer<RecordWriter, T> write) {
		number(values.size());
		values.forEach((value) -> write.accept(this, value));
		return this;
	}

	/**
	 * The record.
	 * @return its bytes
	 */
	public byte[] toBytes() {
		return this.bytes.toByteArray();
	}

}
