package io.tgr.sandbox.github.conditional;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Lets a {@code HEAD} be answered by whatever answers the {@code GET}; the server leaves
 * the body out.
 */
@Component
@Order(HeadRequestFilter.ORDER)
class HeadRequestFilter implements WebFilter {

	static final int ORDER = ConditionalFilter.ORDER + 1;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (exchange.getRequest().getMethod() != HttpMethod.HEAD) {
			return chain.filter(exchange);
		}
		return chain.filter(exchange.mutate().request((request) -> request.method(HttpMethod.GET)).build());
	}

}
