package io.tgr.sandbox.github.graphql;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * The ids of nodes: those of repositories are read in both of GitHub's forms, others are
 * only written.
 */
final class NodeIds {

	private static final Pattern OLD_REPOSITORY = Pattern.compile("010:Repository(\\d+)");

	private static final int PREFIX_BYTES = 3;

	private NodeIds() {
	}

	static @Nullable Long repository(String id) {
		try {
			if (id.startsWith("R_")) {
				ByteBuffer packed = ByteBuffer.wrap(Base64.getUrlDecoder().decode(id.substring(2)));
				return (packed.capacity() == PREFIX_BYTES + Integer.BYTES)
						? Integer.toUnsignedLong(packed.getInt(PREFIX_BYTES)) : null;
			}
			Matcher old = OLD_REPOSITORY.matcher(new String(Base64.getDecoder().decode(id), StandardCharsets.UTF_8));
			return old.matches() ? Long.valueOf(old.group(1)) : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	static String of(String type, String key) {
		String plain = String.format("%02d:%s%s", type.length(), type, key);
		return Base64.getEncoder().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
	}

}
