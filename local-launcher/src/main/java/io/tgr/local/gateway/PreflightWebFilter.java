package io.tgr.local.gateway;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.cors.reactive.CorsUtils;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets CORS preflight requests through to the services, as Ambassador does: Spring would
 * answer them itself. What makes them recognizable travels aside and is put back by
 * {@link EdgeHeadersFilter}.
 */
class PreflightWebFilter implements WebFilter {

	private static final String ASIDE = PreflightWebFilter.class.getName();

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!CorsUtils.isPreFlightRequest(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		HttpHeaders headers = exchange.getRequest().getHeaders();
		exchange.getAttributes().put(ASIDE, headers.getFirst(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD));
		return chain.filter(exchange.mutate()
			.request((request) -> request.headers((copy) -> copy.remove(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD)))
			.build());
	}

	static void restore(HttpHeaders headers, ServerWebExchange exchange) {
		@Nullable String method = exchange.getAttribute(ASIDE);
		if (method != null) {
			headers.set(HttpHeaders.ACCESS_CONTROL_REQUEST_METHOD, method);
		}
	}

}
