package io.tgr.cluster.failure;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;

/**
 * Tells what a failed call of the Kubernetes API means for who asked.
 */
public final class KubernetesProblems {

	private KubernetesProblems() {
	}

	/**
	 * Describes a failure.
	 * @param failure what happened
	 * @return what to answer
	 */
	public static RuntimeException of(KubernetesException failure) {
		if (failure.failure() == KubernetesFailure.NOT_ALLOWED) {
			return new InspectorNotAllowedException(failure.right());
		}
		return new ClusterUnavailableException(
				"The Kubernetes API gave no usable answer: %s.".formatted(failure.getMessage()), failure.retryAfter(),
				failure);
	}

}
