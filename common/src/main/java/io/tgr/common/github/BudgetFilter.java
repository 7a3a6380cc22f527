package io.tgr.common.github;

import java.time.Clock;
import java.util.concurrent.atomic.AtomicBoolean;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Lets a call leave only when its cost is reserved and its turn has come, and learns from
 * each answer what is left.
 */
final class BudgetFilter implements ExchangeFilterFunction {

	private final RateLimitBudget budget;

	private final GithubUrls urls;

	private final Clock clock;

	BudgetFilter(RateLimitBudget budget, GithubUrls urls, Clock clock) {
		this.budget = budget;
		this.urls = urls;
		this.clock = clock;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		RateLimitBucket bucket = this.urls.bucket(request.url());
		if (bucket == null) {
			return next.exchange(request);
		}
		if (bucket == RateLimitBucket.GRAPHQL && !this.budget.graphqlAvailable()) {
			return Mono.error(new GithubException(GithubFailure.FORBIDDEN, null, null, "GraphQL needs a token", null));
		}
		int cost = (request.attribute(GithubWebClient.COST_ATTRIBUTE).orElse(1) instanceof Integer given)
				? Math.max(1, given) : 1;
		Mono<ClientResponse> call = Mono
			.deferContextual((context) -> call(new Reservation(this.budget.state(bucket), cost), bucket,
					CallPriority.of(context), next.exchange(request)));
		// Without an answer the limits of our kind of credentials are assumed.
		return this.budget.known().onErrorComplete(GithubException.class).then(call);
	}

	private Mono<ClientResponse> call(Reservation reservation, RateLimitBucket bucket, CallPriority priority,
			Mono<ClientResponse> exchange) {
		reservation.state.reserve(reservation.cost, priority);
		return this.budget.pace(bucket).turn(reservation.cost, priority).then(Mono.defer(() -> {
			reservation.left.set(true);
			return exchange;
		})).doOnNext((response) -> reservation.settle(response, bucket)).doFinally((signal) -> reservation.end());
	}

	/**
	 * What one call has reserved, settled exactly once.
	 */
	private final class Reservation {

		private final BucketState state;

		private final int cost;

		private final AtomicBoolean left = new AtomicBoolean();

		private final AtomicBoolean settled = new AtomicBoolean();

		Reservation(BucketState state, int cost) {
			this.state = state;
			this.cost = cost;
		}

		void settle(ClientResponse response, RateLimitBucket bucket) {
			if (this.settled.compareAndSet(false, true)) {
				RateLimit seen = RateLimit.of(response.headers().asHttpHeaders(), bucket,
						BudgetFilter.this.clock.instant());
				int status = response.statusCode().value();
				boolean free = status == 304 && !BudgetFilter.this.budget.credentials().equals("none");
				this.state.settle(this.cost, seen, free, status == 200 && unnamed(response));
			}
		}

		// A call that left and has no answer may have been counted.
		void end() {
			if (this.settled.compareAndSet(false, true)) {
				if (this.left.get()) {
					this.state.settle(this.cost, null, false, false);
				}
				else {
					this.state.release(this.cost);
				}
			}
		}

		private static boolean unnamed(ClientResponse response) {
			return response.headers().header("x-ratelimit-limit").isEmpty();
		}

	}

}
