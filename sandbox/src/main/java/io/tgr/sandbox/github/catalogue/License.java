package io.tgr.sandbox.github.catalogue;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * A licence as GitHub names it.
 *
 * @param key the key that {@code license:} takes
 * @param name the full name
 * @param spdxId the SPDX identifier, {@code NOASSERTION} for others
 */
public record License(String key, String name, String spdxId) {

	static License of(String name, String spdxId) {
		return new License(spdxId.toLowerCase(Locale.ROOT), name, spdxId);
	}

	/**
	 * The GraphQL id.
	 * @return an opaque id
	 */
	public String nodeId() {
		byte[] plain = ("07:License" + this.key).getBytes(StandardCharsets.UTF_8);
		return Base64.getEncoder().encodeToString(plain);
	}

	/**
	 * Whether it is one of the licences that GitHub recognises.
	 * @return {@code false} for {@code other}
	 */
	public boolean known() {
		return !"other".equals(this.key);
	}

}
