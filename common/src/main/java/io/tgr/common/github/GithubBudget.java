package io.tgr.common.github;

import java.util.List;
import java.util.stream.Stream;

/**
 * What we may still ask GitHub.
 */
public interface GithubBudget {

	/**
	 * What is left of one rate limit.
	 * @param bucket the rate limit
	 * @return its state now
	 */
	BucketQuota quota(RateLimitBucket bucket);

	/**
	 * What is left of each rate limit.
	 * @return the states now
	 */
	default List<BucketQuota> quotas() {
		return Stream.of(RateLimitBucket.values()).map(this::quota).toList();
	}

	/**
	 * Whether the credentials allow GraphQL.
	 * @return {@code true} with a token or as an App
	 */
	boolean graphqlAvailable();

	/**
	 * The kind of credentials.
	 * @return {@code none}, {@code client}, {@code token} or {@code app}
	 */
	String credentials();

}
