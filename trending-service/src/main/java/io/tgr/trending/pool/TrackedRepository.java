package io.tgr.trending.pool;

import java.util.Comparator;

import org.jspecify.annotations.Nullable;

/**
 * A candidate and its stars per day, if it has been measured.
 *
 * @param candidate the repository as last seen
 * @param history its stars per day, {@code null} until measured
 */
public record TrackedRepository(Candidate candidate, @Nullable StarHistory history) {

	/**
	 * Those that say least first: never measured, then fewest stars, then longest unseen.
	 */
	static final Comparator<TrackedRepository> WEAKEST_FIRST = Comparator
		.comparing((TrackedRepository repository) -> repository.history() != null)
		.thenComparingLong((repository) -> repository.candidate().stars())
		.thenComparing((repository) -> repository.candidate().seenAt())
		.thenComparing((repository) -> repository.candidate().fullName());

}
