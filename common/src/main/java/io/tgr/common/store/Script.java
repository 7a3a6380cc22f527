package io.tgr.common.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.core.io.ClassPathResource;

/**
 * What Redis does in one step, written in Lua.
 *
 * @param source its text
 * @param digest what Redis calls it
 */
public record Script(byte[] source, String digest) {

	/**
	 * Reads a script.
	 * @param neighbour a class beside which it lies
	 * @param name its file
	 * @return the script
	 */
	public static Script of(Class<?> neighbour, String name) {
		try {
			byte[] source = new ClassPathResource(name, neighbour).getContentAsByteArray();
			return new Script(source, HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(source)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return new String(this.source, StandardCharsets.UTF_8);
	}

}
