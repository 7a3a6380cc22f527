package io.tgr.common.github;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Follows a renamed repository to where it is now, three times at most and never out of
 * the API, so that nobody else ever sees our credentials.
 */
final class RedirectFilter implements ExchangeFilterFunction {

	private static final int MAX_HOPS = 3;

	private final GithubUrls urls;

	RedirectFilter(GithubUrls urls) {
		this.urls = urls;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return follow(request, next, MAX_HOPS);
	}

	private Mono<ClientResponse> follow(ClientRequest request, ExchangeFunction next, int hops) {
		return next.exchange(request).flatMap((response) -> {
			if (!response.statusCode().is3xxRedirection()) {
				return Mono.just(response);
			}
			URI target = target(request, response);
			if (target == null || hops == 0) {
				return Mono.error(new GithubException(GithubFailure.UNREADABLE, response.statusCode().value(), null,
						(hops == 0) ? "too many redirects" : "a redirect that cannot be followed", null));
			}
			return follow(ClientRequest.from(request).url(target).build(), next, hops - 1);
		});
	}

	private @Nullable URI target(ClientRequest request, ClientResponse response) {
		String location = response.headers().asHttpHeaders().getFirst(HttpHeaders.LOCATION);
		if (location == null || (request.method() != HttpMethod.GET && request.method() != HttpMethod.HEAD)) {
			return null;
		}
		try {
			URI target = request.url().resolve(location).normalize();
			return (this.urls.contains(target)) ? target : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
