package io.tgr.common.github;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.client.WebClientException;

import io.tgr.common.resilience.RetryHint;

/**
 * GitHub did not answer, for one of the known reasons; holds nothing secret. A client's
 * exception by type, so that the client hands it on as it is.
 */
public final class GithubException extends WebClientException implements RetryHint {

	private final GithubFailure failure;

	private final @Nullable Integer status;

	private final @Nullable Instant retryAt;

	/**
	 * Creates the exception.
	 * @param failure what it means
	 * @param status the status of GitHub's answer, {@code null} without one
	 * @param retryAt when to try again at the earliest, {@code null} if unknown
	 * @param detail more than the failure's own sentence says, for logs
	 * @param cause what was thrown, {@code null} if nothing was
	 */
	public GithubException(GithubFailure failure, @Nullable Integer status, @Nullable Instant retryAt,
			@Nullable String detail, @Nullable Throwable cause) {
		super((detail != null) ? failure.sentence() + ": " + detail : failure.sentence());
		initCause(cause);
		this.failure = failure;
		this.status = status;
		this.retryAt = retryAt;
	}

	/**
	 * Creates an exception of a failure without an answer.
	 * @param failure what it means
	 * @param retryAt when to try again at the earliest, {@code null} if unknown
	 */
	public GithubException(GithubFailure failure, @Nullable Instant retryAt) {
		this(failure, null, retryAt, null, null);
	}

	/**
	 * What the failure means.
	 * @return its one meaning
	 */
	public GithubFailure failure() {
		return this.failure;
	}

	/**
	 * The status of GitHub's answer.
	 * @return the status, {@code null} when there was no answer
	 */
	public @Nullable Integer status() {
		return this.status;
	}

	@Override
	public @Nullable Instant retryAt() {
		return this.retryAt;
	}

	@Override
	public boolean retryable() {
		return this.failure.retryable();
	}

}
