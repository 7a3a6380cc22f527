package io.tgr.common.resilience;

import java.time.Instant;
import java.time.ZonedDateTime;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClientResponseException;

/**
 * Finds out when a neighbour wants to be asked again.
 */
public final class RetryAfter {

	private RetryAfter() {
	}

	/**
	 * Reads a failure and what caused it.
	 * @param failure what was thrown
	 * @param now the present time
	 * @return what the failure says, else what the header of the answer behind it says,
	 * {@code null} if neither does
	 */
	static @Nullable Instant of(Throwable failure, Instant now) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			Instant retryAt = (cause instanceof RetryHint hint) ? hint.retryAt() : null;
			if (retryAt == null && cause instanceof WebClientResponseException answer) {
				retryAt = of(answer.getHeaders(), now);
			}
			if (retryAt != null) {
				return retryAt;
			}
		}
		return null;
	}

	/**
	 * Reads the header of an answer, seconds or a date.
	 * @param headers the headers
	 * @param now the present time
	 * @return what it says, {@code null} if nothing
	 */
	public static @Nullable Instant of(HttpHeaders headers, Instant now) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value != null && value.matches("\\d{1,10}")) {
			return now.plusSeconds(Long.parseLong(value));
		}
		try {
			ZonedDateTime date = headers.getFirstZonedDateTime(HttpHeaders.RETRY_AFTER);
			return (date != null) ? date.toInstant() : null;
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

}
