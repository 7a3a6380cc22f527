package io.tgr.trending.discovery;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

/**
 * As many languages as the cap allows are being asked for the first time.
 */
public final class TooManyLiveRunsException extends ErrorResponseException {

	private final Instant retryAt;

	/**
	 * Creates the exception.
	 * @param cap how many languages may be looked up at the same time
	 * @param now the present time
	 * @param wait when asking again makes sense
	 */
	public TooManyLiveRunsException(int cap, Instant now, Duration wait) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(cap), null);
		this.retryAt = now.plus(wait);
		getHeaders().set(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.toSeconds())));
	}

	/**
	 * When asking again makes sense.
	 * @return a moment soon
	 */
	public Instant retryAt() {
		return this.retryAt;
	}

	private static ProblemDetail problem(int cap) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"%d languages nobody asked for before are being looked up already; ask again in a moment"
					.formatted(cap));
		problem.setType(URI.create("urn:tgr:problem:too-many-live-runs"));
		return problem;
	}

}
