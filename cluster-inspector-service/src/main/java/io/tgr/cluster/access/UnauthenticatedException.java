package io.tgr.cluster.access;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * Nobody knows who asks.
 */
final class UnauthenticatedException extends ErrorResponseException {

	private UnauthenticatedException(String detail, String challenge) {
		super(HttpStatus.UNAUTHORIZED, problem(detail), null);
		getHeaders().set(HttpHeaders.WWW_AUTHENTICATE, challenge);
	}

	static UnauthenticatedException noToken() {
		return new UnauthenticatedException("A bearer token of the cluster is needed: Authorization: Bearer TOKEN, "
				+ "with a token such as 'kubectl create token ACCOUNT' gives.", "Bearer");
	}

	static UnauthenticatedException notValid(@Nullable String why) {
		return new UnauthenticatedException(
				"The API server does not accept the bearer token" + ((why != null && !why.isBlank()) ? ": " + why : "")
						+ ". It may have expired, be of another cluster or be meant for another audience.",
				"Bearer error=\"invalid_token\"");
	}

	private static ProblemDetail problem(String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.UNAUTHORIZED, detail);
		problem.setType(URI.create(Problem.TYPE_PREFIX + "unauthenticated"));
		return problem;
	}

}
