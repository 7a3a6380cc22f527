package io.tgr.trending.record;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * Reads what a {@link RecordWriter} wrote; whatever is not that ends with an
 * {@link UnreadableRecordException}, which is a {@link NewerRecordException} for a format
 * that is not known yet.
 */
public final class RecordReader {

	private final byte[] bytes;

	private final int format;

	private int position;

	/**
	 * Begins to read.
	 * @param bytes a record
	 * @param newest the newest format that is known
	 */
	public RecordReader(byte[] bytes, int newest) {
		this.bytes = bytes;
		this.format = next();
		if (this.format < 1) {
			throw new UnreadableRecordException("format %d".formatted(this.format));
		}
		if (this.format > newest) {
			throw new NewerRecordException(this.format, newest);
		}
	}

	/**
	 * What it was written in.
	 * @return the version of the format
	 */
	public int format() {
		return this.format;
	}

	/**
	 * Whether there is more.
	 * @return {@code false} at the end
	 */
	public boolean hasMore() {
		return this.position < this.bytes.length;
	}

	/**
	 * Reads {@link RecordWriter#number(long)}.
	 * @return the number
	 */
	public long number() {
		long value = 0;
		for (int shift = 0; shift < 64; shift += 7) {
			int part = next();
			value |= (part & 0x7fL) << shift;
			if ((part & 0x80) == 0) {
				return value;
			}
		}
		throw new UnreadableRecordException("a number without an end");
	}

	/**
	 * Reads a number that cannot be large.
	 * @return the number
	 */
	public int small() {
		long value = number();
		if (value < 0 || value > Integer.MAX_VALUE) {
			throw new UnreadableRecordException("%d where a small number belongs".formatted(value));
		}
		return (int) value;
	}

	/**
	 * Reads {@link RecordWriter#signed(long)}.
	 * @return the number
	 */
	public long signed() {
		long value = number();
		return (value >>> 1) ^ -(value & 1);
	}

	/**
	 * Reads {@link RecordWriter#flag(boolean)}.
	 * @return which
	 */
	public boolean flag() {
		return next() != 0;
	}

	/**
	 * Reads {@link RecordWriter#time(Instant)}.
	 * @return the time, or {@code null}
	 */
	public @Nullable Instant time() {
		return (flag()) ? Instant.ofEpochMilli(signed()) : null;
	}

	/**
	 * Reads a time that has to be there.
	 * @return the time
	 */
	public Instant requiredTime() {
		return required(time());
	}

	/**
	 * Reads {@link RecordWriter#text(String)}.
	 * @return the text, or {@code null}
	 */
	public @Nullable String text() {
		int length = small();
		return (length > 0) ? new String(this.bytes, skip(length - 1), length - 1, StandardCharsets.UTF_8) : null;
	}

	/**
	 * Reads a text that has to be there.
	 * @return the text
	 */
	public String requiredText() {
		return required(text());
	}

	/**
	 * Reads {@link RecordWriter#bytes(byte[])}.
	 * @return the bytes
	 */
	public byte[] bytes() {
		int length = small();
		int from = skip(length);
		return Arrays.copyOfRange(this.bytes, from, from + length);
	}

	/**
	 * Reads a list.
	 * @param <T> what it is a list of
	 * @param read reads one of them
	 * @return the list
	 */
	public <T> List<T> list(Function<RecordReader, T> read) {
		int size = small();
		if (size > this.bytes.length - this.position) {
			throw new UnreadableRecordException("a list of %d that ends before".formatted(size));
		}
		List<T> values = new ArrayList<>(size);
		for (int index = 0; index < size; index++) {
			values.add(read.apply(this));
		}
		return values;
	}

	/**
	 * Reads a list of numbers that cannot be large, without an object for each.
	 * @return the numbers
	 */
	public int[] smalls() {
		int size = small();
		if (size > this.bytes.length - this.position) {
			throw new UnreadableRecordException("a list of %d that ends before".formatted(size));
		}
		int[] values = new int[size];
		for (int index = 0; index < size; index++) {
			values[index] = small();
		}
		return values;
	}

	private static <T> T required(@Nullable T value) {
		if (value == null) {
			throw new UnreadableRecordException("something absent that has to be there");
		}
		return Objects.requireNonNull(value);
	}

	private int next() {
		return this.bytes[skip(1)] & 0xff;
	}

	private int skip(int length) {
		int from = this.position;
		if (length < 0 || length > this.bytes.length - from) {
			throw new UnreadableRecordException("its end after %d bytes".formatted(this.bytes.length));
		}
		this.position += length;
		return from;
	}

}
