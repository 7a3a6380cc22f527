package io.tgr.details;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * The name breaks GitHub's rules, so no repository can have it and GitHub need not be
 * asked.
 */
class NoSuchRepositoryException extends ErrorResponseException {

	NoSuchRepositoryException(String fullName) {
		super(HttpStatus.NOT_FOUND, problem(fullName), null);
	}

	private static ProblemDetail problem(String fullName) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"No repository on GitHub can be called '%s'".formatted(fullName));
		problem.setType(URI.create("urn:tgr:problem:not-found"));
		return problem;
	}

}
