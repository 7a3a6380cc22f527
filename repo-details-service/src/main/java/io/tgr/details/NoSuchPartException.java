package io.tgr.details;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * GitHub denies one part of a repository, which says nothing of the repository itself.
 */
class NoSuchPartException extends ErrorResponseException {

	NoSuchPartException(RepositoryPart part, Throwable cause) {
		super(HttpStatus.NOT_FOUND, problem(part), cause);
	}

	private static ProblemDetail problem(RepositoryPart part) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"GitHub does not tell the %s of this repository.".formatted(part.slug()));
		problem.setType(URI.create("urn:tgr:problem:part-not-found"));
		return problem;
	}

}
