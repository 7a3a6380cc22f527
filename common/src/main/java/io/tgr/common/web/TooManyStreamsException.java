package io.tgr.common.web;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * As many streams are open as there may be, or as one client may have.
 */
final class TooManyStreamsException extends ErrorResponseException {

	private static final String RETRY_SECONDS = "5";

	private TooManyStreamsException(HttpStatus status, String detail) {
		super(status, problem(status, detail), null);
		getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
	}

	static TooManyStreamsException ofAll(int most) {
		return new TooManyStreamsException(HttpStatus.SERVICE_UNAVAILABLE,
				"There are %d streams open, which is all there may be.".formatted(most));
	}

	static TooManyStreamsException ofOneClient(int most) {
		return new TooManyStreamsException(HttpStatus.TOO_MANY_REQUESTS,
				"This client has %d streams open, which is all it may have.".formatted(most));
	}

	private static ProblemDetail problem(HttpStatus status, String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
		problem.setType(URI.create(Problem.TYPE_PREFIX + "too-many-streams"));
		return problem;
	}

}
