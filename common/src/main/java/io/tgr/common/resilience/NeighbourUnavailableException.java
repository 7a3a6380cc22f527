package io.tgr.common.resilience;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A neighbour was not asked, or did not answer in time.
 */
public final class NeighbourUnavailableException extends RuntimeException implements RetryHint {

	private final @Nullable Instant retryAt;

	/**
	 * Creates the exception.
	 * @param neighbour the neighbour's name
	 * @param reason what happened, for people
	 * @param retryAt when to try again at the earliest, {@code null} if unknown
	 * @param cause what was thrown, {@code null} if nothing was
	 */
	public NeighbourUnavailableException(String neighbour, String reason, @Nullable Instant retryAt,
			@Nullable Throwable cause) {
		super(neighbour + " " + reason, cause);
		this.retryAt = retryAt;
	}

	@Override
	public @Nullable Instant retryAt() {
		return this.retryAt;
	}

	@Override
	public boolean retryable() {
		return true;
	}

}
