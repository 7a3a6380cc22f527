package io.tgr.trending;

import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.web.server.NotAcceptableStatusException;

/**
 * What a client takes, decided quickly for what nearly all of them send.
 */
final class Negotiation {

	private Negotiation() {
	}

	static boolean plainlyTakesJson(HttpHeaders headers) {
		String accept = headers.getFirst(HttpHeaders.ACCEPT);
		return accept == null || accept.equals("*/*") || accept.equals(MediaType.APPLICATION_JSON_VALUE);
	}

	static void requireJson(HttpHeaders headers) {
		if (!plainlyTakesJson(headers) && !takesJson(accepted(headers))) {
			throw new NotAcceptableStatusException(List.of(MediaType.APPLICATION_JSON));
		}
	}

	// Who accepts an empty list did not mean nothing.
	private static boolean takesJson(List<MediaType> accepted) {
		return accepted.isEmpty() || accepted.stream()
			.anyMatch((type) -> type.getQualityValue() > 0 && type.includes(MediaType.APPLICATION_JSON));
	}

	private static List<MediaType> accepted(HttpHeaders headers) {
		try {
			return headers.getAccept();
		}
		catch (InvalidMediaTypeException ex) {
			throw new NotAcceptableStatusException(ex.getMessage());
		}
	}

	static boolean takesGzip(HttpHeaders headers) {
		String accepted = headers.getFirst(HttpHeaders.ACCEPT_ENCODING);
		return accepted != null && takesGzip(accepted);
	}

	private static boolean takesGzip(String accepted) {
		for (String coding : accepted.toLowerCase(Locale.ROOT).split(",")) {
			String[] parts = coding.split(";", 2);
			if (parts[0].strip().equals("gzip")) {
				return !refused((parts.length > 1) ? parts[1] : null);
			}
		}
		return false;
	}

	private static boolean refused(@Nullable String parameters) {
		return parameters != null && parameters.strip().matches("q\\s*=\\s*0(\\.0{0,3})?");
	}

}
