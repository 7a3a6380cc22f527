package io.tgr.common.github;

import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Turns an answer that is none into a {@link GithubException}.
 */
final class FailureFilter implements ExchangeFilterFunction {

	private final FailureReader reader;

	private final GithubUrls urls;

	private final BiConsumer<@Nullable RateLimitBucket, GithubException> refusals;

	FailureFilter(FailureReader reader, GithubUrls urls,
			BiConsumer<@Nullable RateLimitBucket, GithubException> refusals) {
		this.reader = reader;
		this.urls = urls;
		this.refusals = refusals;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		RateLimitBucket bucket = this.urls.bucket(request.url());
		return next.exchange(request)
			.flatMap((response) -> checked((BufferedResponse) response, bucket == RateLimitBucket.GRAPHQL))
			.doOnError(GithubException.class, (ex) -> {
				if (ex.status() != null) {
					this.refusals.accept(bucket, ex);
				}
			});
	}

	private Mono<ClientResponse> checked(BufferedResponse response, boolean graphql) {
		GithubException failure = this.reader.failure(response);
		if (failure == null && graphql) {
			failure = this.reader.graphqlFailure(response);
		}
		return (failure != null) ? Mono.error(failure) : Mono.just(response);
	}

}
