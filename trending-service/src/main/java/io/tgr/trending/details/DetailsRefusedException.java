package io.tgr.trending.details;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The repo-details service answered with a problem instead of a repository; the problem
 * is handed on.
 */
public class DetailsRefusedException extends ErrorResponseException {

	private final Shortfall shortfall;

	DetailsRefusedException(HttpStatusCode status, DetailsProblem problem, Shortfall shortfall) {
		super(status, handedOn(status, problem), null);
		this.shortfall = shortfall;
		if (problem.retryAfterSeconds() != null) {
			getHeaders().set(HttpHeaders.RETRY_AFTER, problem.retryAfterSeconds().toString());
		}
	}

	/**
	 * What the problem means.
	 * @return the reason, and when asking again makes sense
	 */
	public Shortfall shortfall() {
		return this.shortfall;
	}

	private static ProblemDetail handedOn(HttpStatusCode status, DetailsProblem problem) {
		ProblemDetail detail = ProblemDetail.forStatusAndDetail(status, problem.detail());
		detail.setTitle(problem.title());
		if (problem.type() != null) {
			detail.setType(URI.create(problem.type()));
		}
		return detail;
	}

}
