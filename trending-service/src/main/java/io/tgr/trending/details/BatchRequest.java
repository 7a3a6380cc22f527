package io.tgr.trending.details;

import java.util.List;

/**
 * Which parts of which repositories.
 *
 * @param names full names, at most 100
 * @param parts the parts wanted
 */
record BatchRequest(List<String> names, List<String> parts) {

	static BatchRequest stars(List<String> names) {
		return new BatchRequest(names, List.of("stars"));
	}

	static BatchRequest everythingElse(List<String> names) {
		return new BatchRequest(names, List.of("facts", "languages", "contributors", "release", "community"));
	}

}
