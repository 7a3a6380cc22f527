package io.tgr.sandbox.github.access;

import java.time.Duration;
import java.util.Locale;

/**
 * What GitHub counts apart.
 */
enum RateBucket {

	/** REST, but for searches. */
	CORE(Duration.ofHours(1)),

	/** Searches. */
	SEARCH(Duration.ofMinutes(1)),

	/** GraphQL, by the cost of each query. */
	GRAPHQL(Duration.ofHours(1));

	private final Duration window;

	RateBucket(Duration window) {
		this.window = window;
	}

	Duration window() {
		return this.window;
	}

	String resource() {
		return name().toLowerCase(Locale.ROOT);
	}

	static RateBucket of(String path) {
		if (path.equals("/graphql")) {
			return GRAPHQL;
		}
		return path.startsWith("/search/") ? SEARCH : CORE;
	}

}
