package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/**
 * The budget that GitHub's own answers keep up to date; asks {@code GET /rate_limit},
 * which is free, before the first call that costs something.
 */
final class RateLimitBudget implements GithubBudget {

	private static final Duration FOREVER = Duration.ofMillis(Long.MAX_VALUE);

	private static final Duration PATIENCE = Duration.ofSeconds(8);

	private final Map<RateLimitBucket, Bucket> states = new EnumMap<>(RateLimitBucket.class);

	private final Credentials credentials;

	private final Clock clock;

	private final Turns rest;

	private final Turns graphql;

	private final Mono<Boolean> known;

	RateLimitBudget(WebClient client, Credentials credentials, GithubProperties properties, Ledger ledger,
			Clock clock) {
		this.credentials = credentials;
		this.clock = clock;
		this.rest = ledger.turns("rest", properties.pointsPerMinute());
		this.graphql = ledger.turns("graphql", properties.graphqlPointsPerMinute());
		for (RateLimitBucket bucket : RateLimitBucket.values()) {
			this.states.put(bucket, ledger.bucket(bucket, credentials.assumedLimit(bucket)));
		}
		this.known = client.get()
			.uri("/rate_limit")
			.retrieve()
			.toEntity(Answer.class)
			.map(this::learn)
			.timeout(PATIENCE, Mono.error(() -> new GithubException(GithubFailure.TIMEOUT, null)))
			.onErrorResume(RateLimitBudget::notFound, (ex) -> Mono.fromSupplier(this::unlimited))
			.cache((known) -> FOREVER, (ex) -> PATIENCE, () -> FOREVER);
	}

	/**
	 * Asks GitHub for all rate limits, unless it has answered before.
	 * @return completes when they are known; fails with a {@link GithubException}
	 */
	Mono<Void> known() {
		return this.known.then();
	}

	Turns pace(RateLimitBucket bucket) {
		return (bucket == RateLimitBucket.GRAPHQL) ? this.graphql : this.rest;
	}

	@SuppressWarnings("NullAway")
	Bucket state(RateLimitBucket bucket) {
		return this.states.get(bucket);
	}

	// Takes over what a refused call says about those to come.
	void refused(@Nullable RateLimitBucket bucket, GithubException ex) {
		Instant until = ex.retryAt();
		if (ex.failure() == GithubFailure.SECONDARY_LIMIT && until != null) {
			this.rest.pause(until);
			this.graphql.pause(until);
		}
		if (ex.failure() == GithubFailure.QUOTA_EXHAUSTED && until != null && bucket != null) {
			state(bucket).block(until);
		}
		if (ex.failure() == GithubFailure.BAD_CREDENTIALS) {
			this.credentials.refused();
		}
	}

	@Override
	public BucketQuota quota(RateLimitBucket bucket) {
		return state(bucket).quota(pace(bucket).pausedUntil());
	}

	@Override
	public boolean graphqlAvailable() {
		return this.credentials.graphql();
	}

	@Override
	public String credentials() {
		return this.credentials.kind();
	}

	private boolean learn(ResponseEntity<Answer> answer) {
		Duration skew = RateLimit.skew(answer.getHeaders(), this.clock.instant());
		Answer body = answer.getBody();
		Map<String, Resource> resources = (body != null && body.resources() != null) ? body.resources() : Map.of();
		this.states.forEach((bucket, state) -> {
			Resource resource = resources.get(bucket.slug());
			if (resource != null) {
				state.learn(new RateLimit(resource.limit(), resource.remaining(),
						Instant.ofEpochSecond(resource.reset()).plus(skew)));
			}
		});
		return true;
	}

	private boolean unlimited() {
		this.states.values().forEach(Bucket::unlimited);
		return true;
	}

	private static boolean notFound(Throwable ex) {
		return ex instanceof GithubException github && github.failure() == GithubFailure.NOT_FOUND;
	}

	/**
	 * The answer of {@code GET /rate_limit}.
	 *
	 * @param resources each rate limit by its name
	 */
	record Answer(@Nullable Map<String, Resource> resources) {

	}

	/**
	 * One rate limit.
	 *
	 * @param limit calls or points in a window
	 * @param remaining what is left
	 * @param reset when the window ends, in seconds
	 */
	record Resource(int limit, int remaining, long reset) {

	}

}
