package io.tgr.cluster.query;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * What a page goes on from is too old, or of a process that is gone: begin again.
 */
public final class ContinueExpiredException extends ErrorResponseException {

	/**
	 * Creates the exception.
	 * @param why what is wrong with it
	 */
	public ContinueExpiredException(String why) {
		super(HttpStatus.GONE, problem(why), null);
	}

	private static ProblemDetail problem(String why) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.GONE,
				why + "; ask again without 'continue'.");
		problem.setType(URI.create(Problem.TYPE_PREFIX + "continue-expired"));
		problem.setProperty("parameter", "continue");
		return problem;
	}

}
