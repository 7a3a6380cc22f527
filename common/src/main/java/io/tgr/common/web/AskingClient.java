package io.tgr.common.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * Who asks, as far as requests are counted.
 */
public final class AskingClient {

	private static final String ATTRIBUTE = AskingClient.class.getName();

	private AskingClient() {
	}

	/**
	 * The client of a request.
	 * @param exchange the request
	 * @return its address, {@code null} for a neighbour or when there is no limit
	 */
	public static @Nullable String of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	static void note(ServerWebExchange exchange, String client) {
		exchange.getAttributes().put(ATTRIBUTE, client);
	}

}
