package io.tgr.trending.pool;

import org.jspecify.annotations.Nullable;

/**
 * A candidate and its stars per day, if it has been measured.
 *
 * @param candidate the repository as last seen
 * @param history its stars per day, {@code null} until measured
 */
public record TrackedRepository(Candidate candidate, @Nullable StarHistory history) {

}
