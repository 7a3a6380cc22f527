package io.tgr.trending;

import java.time.Instant;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

import io.tgr.common.github.BucketQuota;
import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.discovery.PlanStatus;

/**
 * What is left of every budget at GitHub.
 *
 * @param credentials the kind of credentials: {@code none}, {@code client}, {@code token}
 * or {@code app}
 * @param graphql whether they allow GraphQL
 * @param complete whether every owner of a bucket answered
 * @param missing which did not
 * @param buckets the buckets
 * @param plan what background work makes of them in this hour
 */
record QuotaAnswer(String credentials, boolean graphql, boolean complete, List<String> missing, List<Bucket> buckets,
		PlanStatus plan) {

	/**
	 * One budget.
	 *
	 * @param bucket its name
	 * @param owner the service that spends it
	 * @param limit calls or points in a window, {@code null} when unlimited or unknown
	 * @param remaining what is left, {@code null} when unlimited or unknown
	 * @param reset when the window ends, {@code null} when it has not begun
	 * @param reservedForInteractive what background work leaves for people who wait
	 * @param pausedUntil until when GitHub asked for silence
	 */
	record Bucket(String bucket, String owner, @Nullable Integer limit, @Nullable Integer remaining,
			@Nullable Instant reset, int reservedForInteractive, @Nullable Instant pausedUntil) {

		static Bucket of(BucketQuota quota) {
			return new Bucket(quota.bucket().name().toLowerCase(Locale.ROOT), "trending-service", quota.limit(),
					quota.remaining(), quota.reset(), quota.reservedForInteractive(), quota.pausedUntil());
		}

		static Bucket of(DetailsQuota.Bucket quota) {
			return new Bucket(quota.bucket(), "repo-details-service", quota.limit(), quota.remaining(), quota.reset(),
					quota.reservedForInteractive(), quota.pausedUntil());
		}

	}

}
