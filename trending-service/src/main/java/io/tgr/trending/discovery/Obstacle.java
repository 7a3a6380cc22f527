package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;

/**
 * What a failure means for background work: its word in answers, and how long to wait.
 */
final class Obstacle {

	private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

	private Obstacle() {
	}

	static boolean isQuota(Throwable failure) {
		return failure instanceof GithubException refused && (refused.failure() == GithubFailure.QUOTA_EXHAUSTED
				|| refused.failure() == GithubFailure.SECONDARY_LIMIT);
	}

	static String of(Throwable failure) {
		return (isQuota(failure) ? Shortfall.Reason.QUOTA : Shortfall.Reason.GITHUB_UNAVAILABLE).slug();
	}

	static String reason(Throwable failure) {
		return (failure instanceof GithubException refused && refused.failure() == GithubFailure.SECONDARY_LIMIT)
				? Pauses.SECONDARY_LIMIT : of(failure);
	}

	static Duration wait(@Nullable Instant retryAt, Instant now, Duration otherwise) {
		if (retryAt == null) {
			return otherwise;
		}
		Duration wait = Duration.between(now, retryAt);
		if (wait.compareTo(LONGEST_WAIT) > 0) {
			return LONGEST_WAIT;
		}
		return (wait.toMillis() > 0) ? wait : Duration.ofMillis(1);
	}

}
