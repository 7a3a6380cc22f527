package io.tgr.common.web;

import java.util.Set;

import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.server.ServerWebExchange;

/**
 * Refuses query parameters that nobody reads.
 */
public final class KnownParameters {

	private KnownParameters() {
	}

	/**
	 * Refuses a request with any other parameter.
	 * @param exchange the request
	 * @param known the names that are read
	 */
	public static void require(ServerWebExchange exchange, Set<String> known) {
		require(exchange.getRequest().getQueryParams(), known);
	}

	/**
	 * Refuses a request with any other parameter.
	 * @param request the request
	 * @param known the names that are read
	 */
	public static void require(ServerRequest request, Set<String> known) {
		require(request.queryParams(), known);
	}

	private static void require(MultiValueMap<String, String> parameters, Set<String> known) {
		parameters.forEach((name, values) -> {
			if (!known.contains(name)) {
				throw InvalidParameterException.unknown(name, (values.isEmpty()) ? null : values.get(0), known);
			}
		});
	}

}
