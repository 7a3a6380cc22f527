package io.tgr.common.web;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.util.StringUtils;
import org.springframework.web.ErrorResponse;
import org.springframework.web.reactive.resource.NoResourceFoundException;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.NeighbourUnavailableException;

/**
 * The one place where an exception becomes a problem. Exceptions of a service's own are
 * {@link ErrorResponse}s with a type; anything unknown is a bug, and says nothing about
 * itself.
 */
final class ProblemMapping {

	private static final Long DEFAULT_RETRY_SECONDS = 30L;

	private ProblemMapping() {
	}

	static Problem problem(Throwable failure, Instant now) {
		if (failure instanceof InvalidParameterException ex) {
			return problem("invalid-parameter", HttpStatus.BAD_REQUEST, ex.getMessage(), null);
		}
		if (failure instanceof GithubException ex) {
			return problem(ex.failure().slug(), status(ex.failure()), ex.failure().sentence() + ".",
					secondsUntil(ex.retryAt(), now));
		}
		if (failure instanceof NeighbourUnavailableException ex) {
			return problem("neighbour-unavailable", HttpStatus.SERVICE_UNAVAILABLE, ex.getMessage() + ".",
					secondsUntil(ex.retryAt(), now));
		}
		if (NestedExceptionUtils.getMostSpecificCause(failure) instanceof DataBufferLimitException ex) {
			return problem(slug(HttpStatus.CONTENT_TOO_LARGE), HttpStatus.CONTENT_TOO_LARGE,
					"A body may have %s bytes.".formatted(String.valueOf(ex.getMessage()).replaceAll("\\D", "")), null);
		}
		return (failure instanceof ErrorResponse response) ? problem(response) : problem("internal-error",
				HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong on our side.", null);
	}

	private static Problem problem(ErrorResponse response) {
		HttpStatus known = HttpStatus.resolve(response.getStatusCode().value());
		HttpStatus status = (known != null) ? known : HttpStatus.INTERNAL_SERVER_ERROR;
		String type = String.valueOf(response.getBody().getType());
		String slug = (type.startsWith(Problem.TYPE_PREFIX)) ? type.substring(Problem.TYPE_PREFIX.length())
				: slug(status);
		String detail = (response instanceof NoResourceFoundException) ? "Nothing is here."
				: response.getBody().getDetail();
		return problem(slug, status, detail, retryAfter(response.getHeaders()));
	}

	// The title says no more than the type, so that it is the same whoever tells it.
	private static Problem problem(String slug, HttpStatus status, @Nullable String detail, @Nullable Long seconds) {
		String title = StringUtils.capitalize(slug.replace('-', ' '));
		Long retry = (seconds == null && status == HttpStatus.SERVICE_UNAVAILABLE) ? DEFAULT_RETRY_SECONDS : seconds;
		return new Problem(Problem.TYPE_PREFIX + slug, title, status.value(), (detail != null) ? detail : title, retry);
	}

	private static HttpStatus status(GithubFailure failure) {
		return switch (failure) {
			case NOT_FOUND -> HttpStatus.NOT_FOUND;
			case BLOCKED -> HttpStatus.UNAVAILABLE_FOR_LEGAL_REASONS;
			case FORBIDDEN, INVALID_REQUEST, RESULT_LIMIT -> HttpStatus.BAD_GATEWAY;
			default -> HttpStatus.SERVICE_UNAVAILABLE;
		};
	}

	private static String slug(HttpStatus status) {
		return status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
	}

	private static @Nullable Long secondsUntil(@Nullable Instant time, Instant now) {
		return (time != null) ? Math.max(1, Duration.between(now, time).plusMillis(999).toSeconds()) : null;
	}

	private static @Nullable Long retryAfter(HttpHeaders headers) {
		String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		return (value != null && value.matches("\\d{1,9}")) ? Long.valueOf(value) : null;
	}

}
