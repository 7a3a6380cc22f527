package io.tgr.common.github;

import java.time.Instant;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * One rate limit: what calls take off it, and what GitHub says of it.
 */
interface Bucket {

	/**
	 * Takes one off before the call leaves.
	 * @param priority whether the part kept for interactive calls may be used
	 * @param taken is told at the moment when it is taken off; {@code false} if nobody
	 * wants it any more, and nothing is taken off then
	 * @return {@code false} when it is not known yet whether there is enough left; fails
	 * with a {@link GithubException} if there is not
	 */
	Mono<Boolean> reserve(CallPriority priority, BooleanSupplier taken);

	/**
	 * Gives back what a call that never left had reserved.
	 */
	void release();

	/**
	 * Ends a call.
	 * @param seen what its answer says, {@code null} if nothing or if there was none
	 * @param free whether GitHub does not count it
	 * @param answered whether the answer would say something if there were a limit
	 */
	void settle(@Nullable RateLimit seen, boolean free, boolean answered);

	/**
	 * Takes over what GitHub says.
	 * @param seen the state when GitHub answered
	 */
	void learn(RateLimit seen);

	/**
	 * There is no limit, as on many a GitHub Enterprise Server.
	 */
	void unlimited();

	/**
	 * GitHub refused although we thought there was something left.
	 * @param until when the window ends
	 */
	void block(Instant until);

	BucketQuota quota(@Nullable Instant pausedUntil);

}
