package io.tgr.common.github;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.common.resilience.RetryAfter;

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
		if ((status < 300 && !text(response)) || (status < 400 && status >= 300)) {
			return null;
		}
		String message = (text(response)) ? "" : message(response.bytes());
		GithubFailure failure = StatusMeaning.of(status, message, response.httpHeaders());
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

	private @Nullable Instant retryAt(GithubFailure failure, HttpHeaders headers) {
		Instant now = this.clock.instant();
		Instant told = RetryAfter.of(headers, now);
		if (failure == GithubFailure.QUOTA_EXHAUSTED) {
			RateLimit limit = RateLimit.of(headers, null, now);
			return (limit != null && limit.reset().isAfter(now)) ? limit.reset() : now.plus(WITHOUT_WORD);
		}
		if (failure == GithubFailure.SECONDARY_LIMIT) {
			return (told != null) ? Pace.bounded(told, now) : now.plus(WITHOUT_WORD);
		}
		return told;
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

	// A page of GitHub, of a proxy or of a hotel; nothing that we ask for is text.
	private static boolean text(BufferedResponse response) {
		MediaType type = response.headers().contentType().orElse(null);
		return type != null && type.getType().equals("text");
	}

}
