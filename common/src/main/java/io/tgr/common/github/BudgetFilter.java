package io.tgr.common.github;

import java.time.Clock;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import org.springframework.web.reactive.function.client.WebClientException;
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
		Mono<ClientResponse> call = Mono.deferContextual((context) -> {
			CallPriority priority = CallPriority.of(context);
			Reservation reservation = new Reservation(bucket, this.budget.state(bucket), this.clock);
			return reservation.made(priority)
				.then(this.budget.pace(bucket).turn(priority))
				.then(Mono.defer(() -> exchange(request, next, reservation)))
				.doFinally((signal) -> reservation.end());
		});
		// Without an answer the limits of our kind of credentials are assumed.
		return this.budget.known().onErrorComplete(WebClientException.class).then(call);
	}

	private Mono<ClientResponse> exchange(ClientRequest request, ExchangeFunction next, Reservation reservation) {
		boolean authenticated = !this.budget.credentials().equals("none");
		reservation.leave();
		return next.exchange(request).doOnNext((response) -> reservation.settle(response, authenticated));
	}

}
