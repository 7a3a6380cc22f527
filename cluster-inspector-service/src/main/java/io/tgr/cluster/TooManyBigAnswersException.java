package io.tgr.cluster;

import java.net.URI;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.common.web.Problem;

/**
 * As many big answers are on their way as there may be.
 */
final class TooManyBigAnswersException extends ErrorResponseException {

	TooManyBigAnswersException(int most) {
		super(HttpStatus.SERVICE_UNAVAILABLE, problem(most), null);
		getHeaders().set(HttpHeaders.RETRY_AFTER, "1");
	}

	private static ProblemDetail problem(int most) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE,
				"%d big answers are on their way, which is all there may be; ask again, or for fewer rows at a time."
					.formatted(most));
		problem.setType(URI.create(Problem.TYPE_PREFIX + "overloaded"));
		return problem;
	}

}
