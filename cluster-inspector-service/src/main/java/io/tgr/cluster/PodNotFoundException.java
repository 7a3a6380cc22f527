package io.tgr.cluster;

import java.net.URI;

import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.ErrorResponseException;

import io.tgr.cluster.pod.PodKey;
import io.tgr.common.web.Problem;

/**
 * There is no such pod, which only those learn who may see it.
 */
final class PodNotFoundException extends ErrorResponseException {

	PodNotFoundException(PodKey key) {
		super(HttpStatus.NOT_FOUND, problem(key), null);
	}

	private static ProblemDetail problem(PodKey key) {
		ProblemDetail problem = ProblemDetail.forStatusAndDetail(HttpStatus.NOT_FOUND,
				"There is no pod '%s' in namespace '%s'.".formatted(key.name(), key.namespace()));
		problem.setType(URI.create(Problem.TYPE_PREFIX + "pod-not-found"));
		return problem;
	}

}
