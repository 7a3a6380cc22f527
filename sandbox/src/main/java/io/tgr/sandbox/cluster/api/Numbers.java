package io.tgr.sandbox.cluster.api;

import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Numbers of queries.
 */
final class Numbers {

	private Numbers() {
	}

	static int parse(String text) {
		try {
			return Integer.parseInt(text);
		}
		catch (NumberFormatException ex) {
			throw ApiErrors.badRequest("strconv.ParseInt: parsing \"" + text + "\": invalid syntax");
		}
	}

}
