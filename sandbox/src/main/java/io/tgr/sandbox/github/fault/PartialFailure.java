package io.tgr.sandbox.github.fault;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * A GraphQL error that takes away a part of the answer and leaves the rest, so only who
 * answers the query can make it.
 */
public final class PartialFailure {

	private static final String ATTRIBUTE = PartialFailure.class.getName();

	private static final Set<String> PARTIAL = Set.of("graphql-not-found", "graphql-resource-limits");

	private PartialFailure() {
	}

	/**
	 * The error to make.
	 * @param exchange the exchange
	 * @return the error; null when all is well
	 */
	public static @Nullable GithubError of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	static boolean order(ServerWebExchange exchange, GithubError error) {
		if (PARTIAL.contains(error.id())) {
			exchange.getAttributes().put(ATTRIBUTE, error);
			return true;
		}
		return false;
	}

}
