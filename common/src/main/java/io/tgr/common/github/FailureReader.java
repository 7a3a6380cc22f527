package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the one meaning of an answer that is not what was asked for.
 */
final class FailureReader {

	private static final Duration WITHOUT_WORD = Duration.ofMinutes(1);

	// Kinds whose own words help whoever reads the log and say nothing about us.
	private static final Set<GithubFailure> QUOTED = Set.of(GithubFailure.INVALID_REQUEST, GithubFailure.FORBIDDEN,
			GithubFailure.RESULT_LIMIT);

	private final JsonMapper mapper;

	private final Clock clock;

	FailureReader(JsonMapper mapper, Clock clock) {
		this.mapper = mapper;
		this.clock = clock;
	}

	/**
	 * Reads an answer to any request.
	 * @param response the answer
	 * @return its meaning, {@code null} when it is what was asked for, or points
	 * elsewhere
	 */
	@Nullable GithubException failure(BufferedResponse response) {
		int status = response.statusCode().value();
		if ((status < 300 && !html(response)) || (status < 400 && status >= 300)) {
			return null;
		}
		String message = (html(response)) ? "" : message(response.bytes());
		GithubFailure failure = meaning(status, message, response.httpHeaders());
		return exception(failure, message, response);
	}

	/**
	 * Reads a GraphQL answer with the status 200.
	 * @param response the answer
	 * @return the meaning of an error that concerns the whole request, {@code null}
	 * without one
	 */
	@Nullable GithubException graphqlFailure(BufferedResponse response) {
		boolean data = false;
		String type = null;
		String message = null;
		try (JsonParser parser = this.mapper.createParser(response.bytes())) {
			parser.nextToken();
			while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
				String name = parser.currentName();
				JsonToken value = parser.nextToken();
				if (name.equals("errors") || name.equals("message")) {
					JsonNode told = parser.readValueAsTree();
					JsonNode first = told.path(0);
					type = first.path("type").asString("");
					message = (told.isArray()) ? first.path("message").asString("") : told.asString("");
				}
				else {
					data |= name.equals("data") && value != JsonToken.VALUE_NULL;
					parser.skipChildren();
				}
			}
		}
		catch (JacksonException ex) {
			return new GithubException(GithubFailure.UNREADABLE, 200, null, null, ex);
		}
		if (message == null || type == null) {
			return (data) ? null
					: new GithubException(GithubFailure.UNREADABLE, 200, null, "neither data nor errors", null);
		}
		GithubFailure failure = GraphqlErrors.meaning(type, message);
		boolean whole = !data || failure == GithubFailure.QUOTA_EXHAUSTED || failure == GithubFailure.SECONDARY_LIMIT;
		return (whole) ? exception(failure, message, response) : null;
	}

	private GithubException exception(GithubFailure failure, String message, BufferedResponse response) {
		String words = (message.length() > 200) ? message.substring(0, 200) : message;
		return new GithubException(failure, response.statusCode().value(), retryAt(failure, response.httpHeaders()),
				(QUOTED.contains(failure) && !words.isEmpty()) ? words : null, null);
	}

	private static GithubFailure meaning(int status, String message, HttpHeaders headers) {
		String lower = message.toLowerCase(Locale.ROOT);
		return switch (status) {
			case 401 ->
				(lower.startsWith("requires authentication")) ? GithubFailure.FORBIDDEN : GithubFailure.BAD_CREDENTIALS;
			case 403, 429 -> refusal(status, lower, headers);
			case 404, 410 -> GithubFailure.NOT_FOUND;
			case 408, 504 -> GithubFailure.TIMEOUT;
			case 409 -> (lower.contains("empty")) ? GithubFailure.NOT_FOUND : GithubFailure.INVALID_REQUEST;
			case 422 -> (lower.contains("search results are available") || lower.contains("pagination is limited"))
					? GithubFailure.RESULT_LIMIT : GithubFailure.INVALID_REQUEST;
			case 451 -> GithubFailure.BLOCKED;
			default -> other(status, lower);
		};
	}

	private static GithubFailure other(int status, String message) {
		if (status >= 500) {
			return (message.contains("timeout")) ? GithubFailure.TIMEOUT : GithubFailure.UNAVAILABLE;
		}
		return (status < 300) ? GithubFailure.UNREADABLE : GithubFailure.INVALID_REQUEST;
	}

	private static GithubFailure refusal(int status, String message, HttpHeaders headers) {
		if (message.contains("secondary rate limit") || message.contains("abuse detection")) {
			return GithubFailure.SECONDARY_LIMIT;
		}
		if (message.contains("access blocked")) {
			return GithubFailure.BLOCKED;
		}
		boolean empty = "0".equals(headers.getFirst("x-ratelimit-remaining"));
		if (message.contains("rate limit") || (empty && (status == 429 || message.isEmpty()))) {
			return GithubFailure.QUOTA_EXHAUSTED;
		}
		return (status == 429 || headers.containsHeader(HttpHeaders.RETRY_AFTER)) ? GithubFailure.SECONDARY_LIMIT
				: GithubFailure.FORBIDDEN;
	}

	private @Nullable Instant retryAt(GithubFailure failure, HttpHeaders headers) {
		Instant now = this.clock.instant();
		Instant told = retryAfter(headers, now);
		if (failure == GithubFailure.QUOTA_EXHAUSTED) {
			RateLimit limit = RateLimit.of(headers, null, now);
			return (limit != null && limit.reset().isAfter(now)) ? limit.reset() : now.plus(WITHOUT_WORD);
		}
		return (told == null && failure == GithubFailure.SECONDARY_LIMIT) ? now.plus(WITHOUT_WORD) : told;
	}

	private static @Nullable Instant retryAfter(HttpHeaders headers, Instant now) {
		Long seconds = RateLimit.number(headers, HttpHeaders.RETRY_AFTER);
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		try {
			return (seconds != null || value == null) ? ((seconds != null) ? now.plusSeconds(seconds) : null)
					: Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(value));
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	private String message(byte[] body) {
		try {
			JsonNode json = this.mapper.readTree(body);
			JsonNode message = json.path("message");
			return ((message.isMissingNode()) ? json.path("errors").path(0).path("message") : message).asString("");
		}
		catch (JacksonException ex) {
			return "";
		}
	}

	private static boolean html(BufferedResponse response) {
		MediaType type = response.headers().contentType().orElse(null);
		return type != null && type.isCompatibleWith(MediaType.TEXT_HTML);
	}

}
