package io.tgr.sandbox.cluster.api;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.select.Selection;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * A list that is asked for.
 *
 * @param type the kind of objects
 * @param selection which of them
 * @param limit how many at most, 0 for all
 * @param token where to go on; nothing for the start
 * @param version the version asked for, empty for the latest
 */
record ListRequest(ResourceType type, Selection selection, int limit, @Nullable ContinueToken token, String version) {

	static ListRequest of(RequestInfo info, ResourceType type, ServerRequest request) {
		String token = request.queryParam("continue").orElse("");
		String version = request.queryParam("resourceVersion").orElse("");
		if (!token.isEmpty() && !version.isEmpty() && !version.equals("0")) {
			throw ApiErrors.badRequest("specifying resource version is not allowed when using continue");
		}
		version(version);
		int limit = Math.max(0, Numbers.parse(request.queryParam("limit").orElse("0")));
		return new ListRequest(type, Selection.of(info, type, request), limit,
				token.isEmpty() ? null : ContinueToken.parse(token), version);
	}

	// From memory a list comes whole, whatever its limit.
	boolean whole() {
		return this.limit == 0 || this.version.equals("0");
	}

	private static void version(String text) {
		if (!text.matches("\\d*")) {
			throw ApiErrors.badRequest("invalid resource version: resourceVersion: Invalid value: \"" + text
					+ "\": strconv.ParseUint: parsing \"" + text + "\": invalid syntax");
		}
	}

}
