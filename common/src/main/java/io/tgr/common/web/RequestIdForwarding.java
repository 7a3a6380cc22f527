package io.tgr.common.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Hands the id of the request that is being served on to neighbours.
 */
final class RequestIdForwarding implements ExchangeFilterFunction {

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return Mono.deferContextual((context) -> {
			@Nullable String id = context.getOrDefault(RequestIds.KEY, null);
			return next
				.exchange((id != null) ? ClientRequest.from(request).header(RequestIds.HEADER, id).build() : request);
		});
	}

}
