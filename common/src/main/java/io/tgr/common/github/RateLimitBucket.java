package io.tgr.common.github;

import java.time.Duration;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

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

	/**
	 * The bucket that pays for a path below the API's root.
	 * @param path the path, without the prefix of a GitHub Enterprise Server
	 * @return the bucket, {@code null} for what is free
	 */
	static @Nullable RateLimitBucket of(String path) {
		if (path.equals("/rate_limit") || path.startsWith("/app/")) {
			return null;
		}
		if (path.startsWith("/search/")) {
			return SEARCH;
		}
		return (path.endsWith("/graphql")) ? GRAPHQL : CORE;
	}

}
