package io.tgr.trending.details;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The budgets that repo-details owns.
 *
 * @param credentials the kind of credentials it uses, for example {@code token}
 * @param buckets its buckets
 */
public record DetailsQuota(String credentials, List<Bucket> buckets) {

	public DetailsQuota {
		buckets = List.copyOf(buckets);
	}

	/**
	 * One bucket of calls.
	 *
	 * @param bucket its name, for example {@code core}
	 * @param limit calls a period, {@code null} when unlimited or unknown
	 * @param remaining calls left, {@code null} when unlimited or unknown
	 * @param reset when the period ends
	 * @param reservedForInteractive what background work leaves alone
	 * @param pausedUntil until when GitHub asked for silence
	 */
	public record Bucket(String bucket, @Nullable Integer limit, @Nullable Integer remaining, @Nullable Instant reset,
			int reservedForInteractive, @Nullable Instant pausedUntil) {

	}

}
