package io.tgr.cluster.kubernetes;

import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * A call of the Kubernetes API that failed.
 */
public final class KubernetesException extends RuntimeException {

	private final KubernetesFailure failure;

	private final Right right;

	private final @Nullable Duration retryAfter;

	/**
	 * Creates the exception.
	 * @param failure what it means
	 * @param right what was tried
	 * @param message what the API server says, or what happened instead
	 * @param retryAfter when it wants to be asked again at the earliest
	 * @param cause the client's exception
	 */
	public KubernetesException(KubernetesFailure failure, Right right, String message, @Nullable Duration retryAfter,
			@Nullable Throwable cause) {
		super(message, cause);
		this.failure = failure;
		this.right = right;
		this.retryAfter = retryAfter;
	}

	/**
	 * What it means.
	 * @return the failure
	 */
	public KubernetesFailure failure() {
		return this.failure;
	}

	/**
	 * What was tried, which is the right that is missing when it was not allowed.
	 * @return the right
	 */
	public Right right() {
		return this.right;
	}

	/**
	 * When the API server wants to be asked again.
	 * @return the time to wait, {@code null} if it does not say
	 */
	public @Nullable Duration retryAfter() {
		return this.retryAfter;
	}

}
