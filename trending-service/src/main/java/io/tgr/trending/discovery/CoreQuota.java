package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.trending.details.DetailsQuota;
import io.tgr.trending.details.RepoDetails;

/**
 * What repo-details last said of the budget that measuring spends.
 */
class CoreQuota {

	private static final int TOKEN = 5_000;

	private final RepoDetails details;

	private volatile DetailsQuota.@Nullable Bucket core;

	private final int small;

	CoreQuota(RepoDetails details, DiscoveryProperties properties) {
		this.details = details;
		this.small = properties.smallQuota();
	}

	/**
	 * Asks repo-details, which costs no call to GitHub; never fails.
	 * @return completes when the answer is there, or is not to be had
	 */
	Mono<Void> refresh() {
		return this.details.quota().doOnNext(this::keep).then().onErrorComplete();
	}

	/**
	 * Whether it is so small that it is kept for what somebody asks for.
	 * @return {@code false} as long as nobody knows
	 */
	boolean isSmall() {
		Integer limit = of(DetailsQuota.Bucket::limit);
		return limit != null && limit <= this.small;
	}

	/**
	 * Whether at least half of it is left, so that work which can wait takes nothing from
	 * work which cannot.
	 * @return {@code false} as long as nobody knows, and for a small quota
	 */
	boolean isAmple() {
		DetailsQuota.Bucket bucket = this.core;
		if (bucket == null || isSmall()) {
			return false;
		}
		return bucket.limit() == null || (bucket.remaining() != null && 2L * bucket.remaining() >= bucket.limit());
	}

	/**
	 * How much an hour brings.
	 * @return core calls an hour, that of a token as long as nobody knows; {@code null}
	 * when unlimited
	 */
	@Nullable Integer limit() {
		return (this.core != null) ? of(DetailsQuota.Bucket::limit) : Integer.valueOf(TOKEN);
	}

	/**
	 * Until when GitHub asked for silence.
	 * @param now the present time
	 * @return a moment to come, {@code null} if it did not
	 */
	@Nullable Instant pausedUntil(Instant now) {
		DetailsQuota.Bucket bucket = this.core;
		Instant until = (bucket != null) ? bucket.pausedUntil() : null;
		return (until != null && until.isAfter(now)) ? until : null;
	}

	/**
	 * A share of what is left.
	 * @param share between 0 and 1
	 * @param least so many at least, so that a run has something to show
	 * @param most so many at most
	 * @return how many calls
	 */
	int share(double share, int least, int most) {
		Integer remaining = of(DetailsQuota.Bucket::remaining);
		return (remaining != null) ? Math.min(most, Math.max(least, (int) (remaining * share))) : most;
	}

	private @Nullable Integer of(Function<DetailsQuota.Bucket, @Nullable Integer> value) {
		DetailsQuota.Bucket bucket = this.core;
		return (bucket != null) ? value.apply(bucket) : null;
	}

	private void keep(DetailsQuota quota) {
		quota.buckets()
			.stream()
			.filter((bucket) -> "core".equals(bucket.bucket()))
			.forEach((bucket) -> this.core = bucket);
	}

}
