package io.tgr.cluster.failure;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * The Kubernetes API gave no answer, and what it said before is not enough.
 */
public final class ClusterUnavailableException extends ErrorResponseException {

	private static final Duration RETRY = Duration.ofSeconds(5);

	/**
	 * Creates the exception.
	 * @param detail what happened
	 * @param retryAfter when to try again, {@code null} if nobody knows
	 * @param cause what it was caused by
	 */
	public ClusterUnavailableException(String detail, @Nullable Duration retryAfter, @Nullable Throwable cause) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(detail), cause);
		long seconds = ((retryAfter != null) ? retryAfter : RETRY).toSeconds();
		getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, seconds)));
	}

	private static ProblemDetail problem(String detail) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, detail);
		problem.setType(URI.create(Problem.TYPE_PREFIX + "cluster-unavailable"));
		return problem;
	}

}
