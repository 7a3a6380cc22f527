package io.tgr.sandbox.github.catalogue;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Ids derived from names: stable, and unique within one kind of thing. */
final class Identifiers {

	private static final int LOWEST = 1_000_000;

	private static final int HIGHEST = 1_200_000_000;

	private final String kind;

	private final Set<Long> taken = new HashSet<>();

	Identifiers(String kind) {
		this.kind = kind;
	}

	long claim(String name) {
		long id = Seed.of(name).between(this.kind, LOWEST, HIGHEST);
		while (!this.taken.add(id)) {
			id++;
		}
		return id;
	}

	// A GraphQL id in the form that GitHub gives since 2021.
	static String nodeId(String prefix, long id) {
		ByteBuffer packed = ByteBuffer.allocate(7).put((byte) 0x92).put((byte) 0).put((byte) 0xce).putInt((int) id);
		return prefix + "_" + Base64.getUrlEncoder().withoutPadding().encodeToString(packed.array());
	}

	// The number in a GraphQL id of this kind; nothing if it is not one.
	static @Nullable Long id(String prefix, String nodeId) {
		if (!nodeId.matches(prefix + "_kgDO[A-Za-z0-9_-]{6}")) {
			return null;
		}
		byte[] packed = Base64.getUrlDecoder().decode(nodeId.substring(prefix.length() + 1));
		return Integer.toUnsignedLong(ByteBuffer.wrap(packed).getInt(3));
	}

}
