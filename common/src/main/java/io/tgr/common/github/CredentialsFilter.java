package io.tgr.common.github;

import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Mono;

/**
 * Says who we are.
 */
final class CredentialsFilter implements ExchangeFilterFunction {

	private final Credentials credentials;

	CredentialsFilter(Credentials credentials) {
		this.credentials = credentials;
	}

	@Override
	public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
		return this.credentials.authorization()
			.map((authorization) -> ClientRequest.from(request)
				.header(HttpHeaders.AUTHORIZATION, authorization)
				.build())
			.defaultIfEmpty(request)
			.flatMap(next::exchange);
	}

}
