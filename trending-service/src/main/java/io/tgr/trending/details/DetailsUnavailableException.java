package io.tgr.trending.details;

import java.net.URI;
import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.resilience.RetryHint;

/**
 * The repo-details service gave no answer: down, too slow, overloaded or unreadable.
 */
public class DetailsUnavailableException extends ErrorResponseException implements RetryHint {

	private final @Nullable Instant retryAt;

	DetailsUnavailableException(Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(), cause);
		this.retryAt = (cause instanceof RetryHint hint) ? hint.retryAt() : null;
	}

	@Override
	public boolean retryable() {
		return true;
	}

	@Override
	public @Nullable Instant retryAt() {
		return this.retryAt;
	}

	private static ProblemDetail problem() {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"The service that knows repositories gave no answer.");
		problem.setType(URI.create("urn:tgr:problem:details-unavailable"));
		return problem;
	}

}
