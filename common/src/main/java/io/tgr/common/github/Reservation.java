package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Mono;

/**
 * What one call takes off a rate limit before it leaves; settled exactly once.
 */
final class Reservation {

	private static final Duration MOMENT = Duration.ofMillis(20);

	private final RateLimitBucket bucket;

	private final Bucket state;

	private final Clock clock;

	private final AtomicReference<Stage> stage = new AtomicReference<>(Stage.NEW);

	Reservation(RateLimitBucket bucket, Bucket state, Clock clock) {
		this.bucket = bucket;
		this.state = state;
		this.clock = clock;
	}

	/**
	 * Takes one off, waiting for calls under way if only they can tell whether there is
	 * enough left.
	 * @param priority how long it may wait
	 * @return completes when it is taken off; fails with a {@link GithubException}
	 */
	Mono<Void> made(CallPriority priority) {
		return Mono.defer(() -> made(priority, this.clock.instant().plus(priority.patience())));
	}

	private Mono<Void> made(CallPriority priority, Instant deadline) {
		return this.state.reserve(priority, this::taken)
			.flatMap((reserved) -> (reserved) ? Mono.empty() : later(priority, deadline));
	}

	// Whoever is first, this or the end: what was taken off is given back once, even if
	// nobody hears any more that it was.
	private boolean taken() {
		return this.stage.compareAndSet(Stage.NEW, Stage.RESERVED);
	}

	private Mono<Void> later(CallPriority priority, Instant deadline) {
		Instant again = this.clock.instant().plus(MOMENT);
		return (again.isAfter(deadline)) ? Mono.error(new GithubException(GithubFailure.QUOTA_EXHAUSTED, again))
				: Mono.delay(MOMENT).then(Mono.defer(() -> made(priority, deadline)));
	}

	void leave() {
		this.stage.compareAndSet(Stage.RESERVED, Stage.LEFT);
	}

	/**
	 * Ends with an answer.
	 * @param response the answer
	 * @param authenticated whether confirmations are free
	 */
	void settle(ClientResponse response, boolean authenticated) {
		if (this.stage.compareAndSet(Stage.LEFT, Stage.ENDED)) {
			HttpHeaders headers = response.headers().asHttpHeaders();
			RateLimit seen = RateLimit.of(headers, this.bucket, this.clock.instant());
			int status = response.statusCode().value();
			this.state.settle(seen, authenticated && status == 304,
					status == 200 && !headers.containsHeader("x-ratelimit-limit"));
		}
	}

	/**
	 * Ends without an answer: a call that has left may have been counted.
	 */
	void end() {
		Stage last = this.stage.getAndSet(Stage.ENDED);
		if (last == Stage.LEFT) {
			this.state.settle(null, false, false);
		}
		if (last == Stage.RESERVED) {
			this.state.release();
		}
	}

	private enum Stage {

		NEW, RESERVED, LEFT, ENDED

	}

}
