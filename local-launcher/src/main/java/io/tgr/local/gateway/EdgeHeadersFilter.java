package io.tgr.local.gateway;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.server.ServerWebExchange;

/**
 * Tells the services who asks, as Envoy does at the edge: the client's address goes
 * behind those that it brought.
 */
class EdgeHeadersFilter implements HttpHeadersFilter, Ordered {

	private static final String FORWARDED_FOR = "X-Forwarded-For";

	private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

	@Override
	public HttpHeaders filter(HttpHeaders input, ServerWebExchange exchange) {
		HttpHeaders headers = HttpHeaders.copyOf(input);
		headers.set(FORWARDED_FOR, String.join(", ", addresses(exchange)));
		headers.set(FORWARDED_PROTO, "http");
		PreflightWebFilter.restore(headers, exchange);
		return headers;
	}

	private static List<String> addresses(ServerWebExchange exchange) {
		List<String> addresses = new ArrayList<>(
				exchange.getRequest().getHeaders().getOrDefault(FORWARDED_FOR, List.of()));
		@Nullable InetSocketAddress client = exchange.getRequest().getRemoteAddress();
		if (client != null) {
			addresses.add(client.getAddress().getHostAddress());
		}
		return addresses;
	}

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE;
	}

}
