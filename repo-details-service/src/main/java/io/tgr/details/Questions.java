package io.tgr.details;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

import io.tgr.common.github.CallPriority;
import io.tgr.common.web.InvalidParameterException;

/**
 * Reads questions from requests, and gives them their deadline.
 */
@Component
class Questions {

	static final String DAYS = "days";

	private final DetailsProperties properties;

	private final ClientShares shares;

	Questions(DetailsProperties properties, ClientShares shares) {
		this.properties = properties;
		this.shares = shares;
	}

	Question of(Set<RepositoryPart> parts, ServerWebExchange exchange) {
		return of(parts, 1, StarWindow.DEFAULT_DAYS, exchange);
	}

	Question of(BatchQuestion batch, ServerWebExchange exchange) {
		return of(batch.parts(), batch.names().size(), batch.days(), exchange);
	}

	Question ofStars(@Nullable String days, ServerWebExchange exchange) {
		return of(Set.of(RepositoryPart.STARS), 1, days(days), exchange);
	}

	private Question of(Set<RepositoryPart> parts, int names, int days, ServerWebExchange exchange) {
		boolean patient = UrgencyHeader.of(exchange) == CallPriority.BACKGROUND;
		return new Question(parts, days, this.shares.priority(exchange, names * parts.size()),
				Deadline.in((patient) ? this.properties.backgroundTimeout() : this.properties.interactiveTimeout()));
	}

	private static int days(@Nullable String value) {
		if (value == null) {
			return StarWindow.DEFAULT_DAYS;
		}
		int days = (value.matches("\\d{1,3}")) ? Integer.parseInt(value) : 0;
		if (days < 1 || days > StarWindow.MAX_DAYS) {
			throw new InvalidParameterException(DAYS, value, "a whole number from 1 to " + StarWindow.MAX_DAYS,
					List.of());
		}
		return days;
	}

}
