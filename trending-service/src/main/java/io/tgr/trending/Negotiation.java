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

	static void require(HttpHeaders headers, List<MediaType> given) {
		boolean plain = given.contains(MediaType.APPLICATION_JSON) && plainlyTakesJson(headers);
		if (!plain && !takes(accepted(headers), given)) {
			throw new NotAcceptableStatusException(given);
		}
	}

	// Who accepts an empty list did not mean nothing.
	private static boolean takes(List<MediaType> accepted, List<MediaType> given) {
		return accepted.isEmpty() || accepted.stream()
			.anyMatch((type) -> type.getQualityValue() > 0 && given.stream().anyMatch(type::includes));
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
