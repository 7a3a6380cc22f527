package io.tgr.sandbox.github.fault;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

/**
 * The wait that a fault wants an answer to ask for.
 */
public final class RequestedWait {

	private static final String ATTRIBUTE = RequestedWait.class.getName();

	private RequestedWait() {
	}

	/**
	 * How long to wait.
	 * @param exchange the exchange
	 * @return the wait; null when the answer is to say what is true
	 */
	public static @Nullable Duration of(ServerWebExchange exchange) {
		return exchange.getAttribute(ATTRIBUTE);
	}

	static void order(ServerWebExchange exchange, int seconds) {
		exchange.getAttributes().put(ATTRIBUTE, Duration.ofSeconds(seconds));
	}

}
