package io.tgr.details;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.web.server.ServerWebExchange;

import io.tgr.common.github.CallPriority;

/**
 * The {@code Priority} header of RFC 9218: its urgencies 6 and 7 are background work.
 */
final class UrgencyHeader {

	static final String NAME = "Priority";

	private static final Pattern BACKGROUND = Pattern.compile("(^|.*,)\\s*u=[67]\\s*([,;].*)?$");

	private UrgencyHeader() {
	}

	static CallPriority of(ServerWebExchange exchange) {
		return of(exchange.getRequest().getHeaders().getFirst(NAME));
	}

	static CallPriority of(@Nullable String header) {
		return (header != null && BACKGROUND.matcher(header).matches()) ? CallPriority.BACKGROUND
				: CallPriority.INTERACTIVE;
	}

}
