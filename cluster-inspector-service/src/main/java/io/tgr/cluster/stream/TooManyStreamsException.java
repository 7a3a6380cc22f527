package io.tgr.cluster.stream;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * As many streams are open as there may be, or the service is about to stop.
 */
final class TooManyStreamsException extends ErrorResponseException {

	private static final String RETRY_SECONDS = "5";

	TooManyStreamsException(int most) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(most), null);
		getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
	}

	private static ProblemDetail problem(int most) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"There are %d streams open, which is all there may be.".formatted(most));
		problem.setType(URI.create(Problem.TYPE_PREFIX + "too-many-streams"));
		return problem;
	}

}
