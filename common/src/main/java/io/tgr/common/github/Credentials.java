package io.tgr.common.github;

import reactor.core.publisher.Mono;

/**
 * Who we are for GitHub.
 */
interface Credentials {

	/**
	 * The kind, for people.
	 * @return {@code none}, {@code client}, {@code token} or {@code app}
	 */
	String kind();

	/**
	 * The value of the {@code Authorization} header.
	 * @return the value, empty when anonymous
	 */
	Mono<String> authorization();

	/**
	 * Says that GitHub refused the last value.
	 */
	default void refused() {
	}

	/**
	 * What the kind allows, until GitHub says more.
	 * @param bucket the rate limit
	 * @return calls or points in a window
	 */
	default int assumedLimit(RateLimitBucket bucket) {
		boolean anonymous = kind().equals("none");
		return switch (bucket) {
			case CORE -> (anonymous) ? 60 : 5000;
			case SEARCH -> (anonymous) ? 10 : 30;
			case GRAPHQL -> (graphql()) ? 5000 : 0;
		};
	}

	/**
	 * Whether GraphQL is open to them.
	 * @return {@code false} when anonymous or with a client id only
	 */
	default boolean graphql() {
		return kind().equals("token") || kind().equals("app");
	}

}
