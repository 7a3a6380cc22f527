package io.tgr.sandbox.cluster.api;

import java.util.Base64;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Where a list goes on.
 *
 * @param version the version the list is of; negative for the present one
 * @param start the path to go on from, itself included
 */
record ContinueToken(long version, String start) {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String FORM = "meta.k8s.io/v1";

	private static final String ERROR = "invalid continue token: continue key is not valid: ";

	static ContinueToken after(long version, String path) {
		return new ContinueToken(version, path + "\0");
	}

	static ContinueToken parse(String token) {
		try {
			JsonNode content = JSON.readTree(Base64.getUrlDecoder().decode(token));
			if (!content.path("v").asString("").equals(FORM)) {
				throw ApiErrors.badRequest(
						ERROR + "server does not recognize this encoded version " + content.path("v").asString(""));
			}
			String start = content.path("start").asString("");
			long version = content.path("rv").asLong(0);
			if (version == 0) {
				throw ApiErrors.badRequest(ERROR + "incorrect encoded start resourceVersion (version meta.k8s.io/v1)");
			}
			return new ContinueToken(version, start);
		}
		catch (IllegalArgumentException | JacksonException ex) {
			throw ApiErrors.badRequest(ERROR + "illegal base64 data or JSON");
		}
	}

	String text() {
		byte[] content = JSON.writeValueAsBytes(
				JsonNodeFactory.instance.objectNode().put("v", FORM).put("rv", this.version).put("start", this.start));
		return Base64.getUrlEncoder().withoutPadding().encodeToString(content);
	}

	boolean reaches(String path) {
		return path.compareTo(this.start) >= 0;
	}

}
