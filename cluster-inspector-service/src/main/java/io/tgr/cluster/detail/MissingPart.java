package io.tgr.cluster.detail;

import java.util.concurrent.TimeoutException;

import io.tgr.cluster.failure.ClusterUnavailableException;
import io.tgr.cluster.failure.KubernetesProblems;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.common.web.Problem;

/**
 * A part of an answer that could not be had.
 *
 * @param part the member
 * @param problem why
 */
public record MissingPart(String part, Problem problem) {

	static MissingPart of(String part, Throwable failure) {
		if (failure instanceof TimeoutException) {
			return of(part, new ClusterUnavailableException(failure.getMessage() + ".", null, failure));
		}
		return new MissingPart(part,
				Problem.of((failure instanceof KubernetesException known) ? KubernetesProblems.of(known) : failure));
	}

}
