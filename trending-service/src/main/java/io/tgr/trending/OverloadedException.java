package io.tgr.trending;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * There is more to do here than can be done in the time that an answer may take.
 */
final class OverloadedException extends ErrorResponseException {

	private static final String RETRY_SECONDS = "5";

	OverloadedException(Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(), cause);
		getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
	}

	private static ProblemDetail problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"There is too much to do here to answer in time; ask again in a moment.");
		problem.setType(URI.create(Problem.TYPE_PREFIX + "overloaded"));
		return problem;
	}

}
