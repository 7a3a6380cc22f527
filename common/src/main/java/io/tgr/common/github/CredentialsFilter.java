package io.tgr.common.github;

import java.util.Set;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Says who we are, and keeps our own headers (request ids, trace context) at home.
 */
final class CredentialsFilter implements ExchangeFilterFunction {

	private static final Set<String> OURS = Set.of("x-request-id", "traceparent", "tracestate", "baggage");

	private final Credentials credentials;

	CredentialsFilter(Credentials credentials) {
		this.credentials = credentials;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return this.credentials.authorization()
			.map((authorization) -> prepared(request).header(HttpHeaders.AUTHORIZATION, authorization).build())
			.switchIfEmpty(Mono.fromSupplier(() -> prepared(request).build()))
			.flatMap(next::exchange);
	}

	private static ClientRequest.Builder prepared(ClientRequest request) {
		return ClientRequest.from(request).headers((headers) -> OURS.forEach(headers::remove));
	}

}
