package io.tgr.common.store;

import java.nio.ByteBuffer;

import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;

/**
 * How a value lies in the file, in format 1.
 */
final class HeldType extends BasicDataType<Held> {

	private static final int MEMORY = 64;

	@Override
	public int getMemory(Held held) {
		return MEMORY + held.value().length;
	}

	@Override
	public void write(WriteBuffer buffer, Held held) {
		buffer.putVarLong(held.version()).putVarLong(held.expiry()).putVarInt(held.value().length).put(held.value());
	}

	@Override
	public Held read(ByteBuffer buffer) {
		long version = DataUtils.readVarLong(buffer);
		long expiry = DataUtils.readVarLong(buffer);
		byte[] value = new byte[DataUtils.readVarInt(buffer)];
		buffer.get(value);
		return new Held(version, expiry, value);
	}

	@Override
	public Held[] createStorage(int size) {
		return new Held[size];
	}

}
