package io.tgr.common.github;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Counts what leaves for GitHub and how it ends, what the cache saves, and what is left.
 */
final class GithubMetrics implements ExchangeFilterFunction {

	private final MeterRegistry registry;

	private final GithubUrls urls;

	GithubMetrics(MeterRegistry registry, GithubUrls urls) {
		this.registry = registry;
		this.urls = urls;
	}

	void bind(GithubBudget budget) {
		for (RateLimitBucket bucket : RateLimitBucket.values()) {
			gauge("remaining", bucket, budget);
			gauge("limit", bucket, budget);
		}
	}

	void cache(boolean hit) {
		this.registry.counter("tgr.github.cache", "result", (hit) ? "hit" : "miss").increment();
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		RateLimitBucket bucket = this.urls.bucket(request.url());
		return next.exchange(request)
			.doOnNext((response) -> count(bucket, outcome(response)))
			.doOnError((ex) -> count(bucket, outcome(ex)));
	}

	private void count(@Nullable RateLimitBucket bucket, String outcome) {
		String name = (bucket != null) ? bucket.slug() : "free";
		this.registry.counter("tgr.github.requests", "bucket", name, "outcome", outcome).increment();
	}

	private void gauge(String name, RateLimitBucket bucket, GithubBudget budget) {
		Gauge.builder("tgr.github.budget." + name, () -> {
			BucketQuota quota = budget.quota(bucket);
			Integer value = (name.equals("limit")) ? quota.limit() : quota.remaining();
			return (value != null) ? value : Double.NaN;
		}).tag("bucket", bucket.slug()).register(this.registry);
	}

	private static String outcome(ClientResponse response) {
		if (response.statusCode().value() == 304) {
			return "not-modified";
		}
		return (response.statusCode().is3xxRedirection()) ? "moved" : "success";
	}

	// A call that was refused by ourselves never left.
	private static String outcome(Throwable failure) {
		if (!(failure instanceof GithubException ex)) {
			return "error";
		}
		boolean ours = ex.status() == null && (ex.failure() == GithubFailure.QUOTA_EXHAUSTED
				|| ex.failure() == GithubFailure.SECONDARY_LIMIT || ex.failure() == GithubFailure.FORBIDDEN);
		return (ours) ? "held-back" : ex.failure().slug();
	}

}
