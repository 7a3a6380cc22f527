package io.tgr.trending.details;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.StarHistory;

/**
 * Stars per day of one repository, or why there are none.
 *
 * @param requestedName the name asked for
 * @param fullName the name it has now
 * @param history its stars per day, {@code null} when they could not be had
 * @param shortfall why not, or why they are older than they should be, {@code null} when
 * all is well
 */
public record Measurement(String requestedName, String fullName, @Nullable StarHistory history,
		@Nullable Shortfall shortfall) {

}
