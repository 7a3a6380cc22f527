package io.tgr.sandbox.github.conditional;

import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Gives cacheable answers an entity tag, and answers 304 to who has it already. What that
 * saves is settled by who counts.
 */
@Component
@Order(ConditionalFilter.ORDER)
class ConditionalFilter implements WebFilter {

	static final int ORDER = -10;

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
		if (!cacheable(exchange.getRequest())) {
			return chain.filter(exchange);
		}
		return chain.filter(exchange.mutate().response(new TaggedResponse(exchange)).build());
	}

	private static boolean cacheable(ServerHttpRequest request) {
		String path = request.getPath().pathWithinApplication().value();
		boolean read = request.getMethod() == HttpMethod.GET || request.getMethod() == HttpMethod.HEAD;
		return read && (path.startsWith("/repos/") || path.startsWith("/repositories/") || path.equals("/versions"));
	}

}
