package io.tgr.common.github;

import java.time.Duration;
import java.util.Locale;

/**
 * GitHub's primary rate limits that tgr draws on.
 */
public enum RateLimitBucket {

	/**
	 * Everything without a bucket of its own.
	 */
	CORE(Duration.ofHours(1)),

	/**
	 * Searches.
	 */
	SEARCH(Duration.ofMinutes(1)),

	/**
	 * Points of GraphQL queries.
	 */
	GRAPHQL(Duration.ofHours(1));

	private final Duration window;

	RateLimitBucket(Duration window) {
		this.window = window;
	}

	/**
	 * The name in {@code x-ratelimit-resource}, in metrics and in answers.
	 * @return the lower-case name
	 */
	public String slug() {
		return name().toLowerCase(Locale.ROOT);
	}

	Duration window() {
		return this.window;
	}

}
