package io.tgr.trending;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * Only the rankings that were kept could answer, and the store does not tell them.
 */
final class ArchiveUnavailableException extends ErrorResponseException {

	/**
	 * What this is called in answers that can do without.
	 */
	static final String REASON = "archive-unavailable";

	private static final String RETRY_SECONDS = "5";

	/**
	 * Creates the exception.
	 * @param question what cannot be answered, for people
	 */
	ArchiveUnavailableException(String question) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(question), null);
		getHeaders().set(HttpHeaders.RETRY_AFTER, RETRY_SECONDS);
	}

	private static ProblemDetail problem(String question) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The rankings that were kept cannot be read at present, so nobody can tell %s.".formatted(question));
		problem.setType(URI.create(Problem.TYPE_PREFIX + REASON));
		return problem;
	}

}
