package io.tgr.common.web;

import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives each request an id, the client's own if it is a sane one, and says it back.
 */
final class RequestIdWebFilter implements WebFilter, Ordered {

	@Override
	public int getOrder() {
		return Ordered.HIGHEST_PRECEDENCE + 10;
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		String id = RequestIds.accept(exchange.getRequest().getHeaders().getFirst(RequestIds.HEADER));
		exchange.getResponse().getHeaders().set(RequestIds.HEADER, id);
		return chain.filter(exchange).contextWrite((context) -> context.put(RequestIds.KEY, id));
	}

}
