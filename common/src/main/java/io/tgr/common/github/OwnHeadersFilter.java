package io.tgr.common.github;

import java.util.Set;

import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Keeps our own headers (request ids, trace context) at home.
 */
final class OwnHeadersFilter implements ExchangeFilterFunction {

	private static final Set<String> OURS = Set.of("x-request-id", "traceparent", "tracestate", "baggage");

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return next.exchange(ClientRequest.from(request).headers((headers) -> OURS.forEach(headers::remove)).build());
	}

}
