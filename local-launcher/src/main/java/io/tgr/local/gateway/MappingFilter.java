package io.tgr.local.gateway;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.GatewayFilter;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.support.ServerWebExchangeUtils;
import org.springframework.core.Ordered;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/**
 * Sends a request where its Mapping says, byte for byte, and holds the answer to its time
 * limits.
 */
class MappingFilter implements GatewayFilter, Ordered {

	private final Mapping mapping;

	private final URI upstream;

	MappingFilter(Mapping mapping, URI upstream) {
		this.mapping = mapping;
		this.upstream = upstream;
	}

	static String path(ServerWebExchange exchange) {
		return RequestPath.normalized(exchange.getRequest().getURI().getRawPath());
	}

	@Override
	public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
		exchange.getAttributes().put(ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR, target(exchange));
		exchange.getAttributes().put(ServerWebExchangeUtils.PRESERVE_HOST_HEADER_ATTRIBUTE, true);
		Duration timeout = this.mapping.timeout();
		Mono<Void> answer = chain.filter(withIdleTimeout(exchange));
		return (timeout != null) ? answer.timeout(timeout) : answer;
	}

	private ServerWebExchange withIdleTimeout(ServerWebExchange exchange) {
		Duration idleTimeout = this.mapping.idleTimeout();
		return (idleTimeout != null)
				? exchange.mutate().response(new IdleLimitedResponse(exchange.getResponse(), idleTimeout)).build()
				: exchange;
	}

	private URI target(ServerWebExchange exchange) {
		@Nullable String query = exchange.getRequest().getURI().getRawQuery();
		String path = this.mapping.rewritten(path(exchange));
		return this.upstream.resolve((query != null) ? path + "?" + query : path);
	}

	/**
	 * Around the filter that writes the answer, so that the limits hold for all of it.
	 */
	@Override
	public int getOrder() {
		return NettyWriteResponseFilter.WRITE_RESPONSE_FILTER_ORDER - 1;
	}

}
