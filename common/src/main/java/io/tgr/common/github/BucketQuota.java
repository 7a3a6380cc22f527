package io.tgr.common.github;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What is left of one rate limit.
 *
 * @param bucket the rate limit
 * @param limit calls or points in a window, {@code null} when unlimited
 * @param remaining what is left after everything under way, {@code null} when unlimited
 * @param reset when the window ends, {@code null} when it has not begun
 * @param reservedForInteractive what background calls leave untouched
 * @param pausedUntil until when GitHub asked us to be silent, {@code null} if it did not
 */
public record BucketQuota(RateLimitBucket bucket, @Nullable Integer limit, @Nullable Integer remaining,
		@Nullable Instant reset, int reservedForInteractive, @Nullable Instant pausedUntil) {

}
