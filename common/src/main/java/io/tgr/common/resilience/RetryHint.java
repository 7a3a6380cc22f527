package io.tgr.common.resilience;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An exception that knows whether and when the same call may succeed.
 */
public interface RetryHint {

	/**
	 * Whether the same call may succeed soon.
	 * @return {@code true} for passing trouble
	 */
	boolean retryable();

	/**
	 * When to try again at the earliest.
	 * @return the time, {@code null} if nobody said
	 */
	@Nullable Instant retryAt();

}
