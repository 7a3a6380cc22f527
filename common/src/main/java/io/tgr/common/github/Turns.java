package io.tgr.common.github;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Keeps calls below GitHub's secondary limits.
 */
interface Turns {

	/**
	 * Waits for a turn.
	 * @param priority how long it may wait
	 * @return completes when the call may leave; fails with a {@link GithubException}
	 * when that would be too late
	 */
	Mono<Void> turn(CallPriority priority);

	void pause(Instant until);

	@Nullable Instant pausedUntil();

}
