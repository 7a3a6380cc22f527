package io.tgr.details;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends answers with what clients need to keep them: an entity tag of the content and how
 * long it holds.
 */
@Component
class Answers {

	private static final int TAG_BYTES = 16;

	private final JsonMapper json;

	private final DetailsProperties properties;

	Answers(JsonMapper json, DetailsProperties properties) {
		this.json = json;
		this.properties = properties;
	}

	ResponseEntity<byte[]> json(Object answer, boolean settled) {
		return of(this.json.writeValueAsBytes(answer), MediaType.APPLICATION_JSON, settled);
	}

	/**
	 * Sends bytes.
	 * @param body the content
	 * @param type its type
	 * @param settled whether it is complete and current, so that clients may keep it
	 * @return the answer
	 */
	ResponseEntity<byte[]> of(byte[] body, MediaType type, boolean settled) {
		CacheControl cacheControl = (settled) ? CacheControl.maxAge(this.properties.maxAge()).cachePublic()
				: CacheControl.noCache();
		return ResponseEntity.ok()
			.contentType(type)
			.cacheControl(cacheControl)
			.eTag("W/\"" + tag(body) + "\"")
			.varyBy(HttpHeaders.ACCEPT)
			.body(body);
	}

	private static String tag(byte[] body) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
			return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("Every Java has SHA-256", ex);
		}
	}

}
