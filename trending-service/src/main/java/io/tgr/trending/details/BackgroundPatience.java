package io.tgr.trending.details;

import java.time.Duration;

import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClientRequest;

/**
 * Lets background work wait longer than the HTTP client's limit for a byte, which is made
 * for questions somebody waits for: what bounds it is the time limit of its neighbour.
 */
class BackgroundPatience implements ExchangeFilterFunction {

	// Longer than any sensible limit of the neighbour.
	private static final Duration LONGEST = Duration.ofMinutes(5);

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange((DetailsEndpoint.BACKGROUND.equals(request.headers().getFirst(DetailsEndpoint.PRIORITY)))
				? ClientRequest.from(request).httpRequest(BackgroundPatience::wait).build() : request);
	}

	private static void wait(ClientHttpRequest request) {
		request.<HttpClientRequest>getNativeRequest().responseTimeout(LONGEST);
	}

}
