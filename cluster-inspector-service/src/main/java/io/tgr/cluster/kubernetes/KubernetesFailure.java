package io.tgr.cluster.kubernetes;

/**
 * What it means that a call of the Kubernetes API failed.
 */
public enum KubernetesFailure {

	/**
	 * Nothing answers there.
	 */
	UNREACHABLE,
	/**
	 * It did not answer in time.
	 */
	TIMEOUT,
	/**
	 * It has too much to do, or an error of its own.
	 */
	UNAVAILABLE,
	/**
	 * It does not know us: our credentials are missing, wrong or expired.
	 */
	UNAUTHENTICATED,
	/**
	 * It knows us and does not let us.
	 */
	NOT_ALLOWED,
	/**
	 * There is no such object, or no such resource.
	 */
	NOT_FOUND,
	/**
	 * What we go on from is too old: list again.
	 */
	GONE,
	/**
	 * It cannot make sense of the question.
	 */
	INVALID,
	/**
	 * We cannot make sense of the answer.
	 */
	UNREADABLE

}
