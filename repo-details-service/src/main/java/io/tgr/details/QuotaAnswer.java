package io.tgr.details;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.common.github.BucketQuota;
import io.tgr.common.github.GithubBudget;
import io.tgr.common.github.RateLimitBucket;

/**
 * The buckets of GitHub's limits that this service owns.
 *
 * @param credentials the kind of credentials: none, client, token or app
 * @param buckets the buckets
 */
record QuotaAnswer(String credentials, List<Bucket> buckets) {

	static QuotaAnswer of(GithubBudget budget) {
		Stream<RateLimitBucket> owned = (budget.graphqlAvailable())
				? Stream.of(RateLimitBucket.CORE, RateLimitBucket.GRAPHQL) : Stream.of(RateLimitBucket.CORE);
		return new QuotaAnswer(budget.credentials(), owned.map(budget::quota).map(Bucket::of).toList());
	}

	/**
	 * One bucket.
	 *
	 * @param bucket its name at GitHub
	 * @param limit calls a window, {@code null} when unlimited
	 * @param remaining calls left, {@code null} when unlimited
	 * @param reset when the window ends
	 * @param reservedForInteractive what background work leaves alone
	 * @param pausedUntil until when GitHub asked for silence
	 */
	record Bucket(String bucket, @Nullable Integer limit, @Nullable Integer remaining, @Nullable Instant reset,
			int reservedForInteractive, @Nullable Instant pausedUntil) {

		static Bucket of(BucketQuota quota) {
			return new Bucket(quota.bucket().slug(), quota.limit(), quota.remaining(), quota.reset(),
					quota.reservedForInteractive(), quota.pausedUntil());
		}

	}

}
