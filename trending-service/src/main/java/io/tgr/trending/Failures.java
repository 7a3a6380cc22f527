package io.tgr.trending;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.common.resilience.NeighbourUnavailableException;
import io.tgr.trending.details.DetailsRefusedException;
import io.tgr.trending.details.DetailsUnavailableException;
import io.tgr.trending.discovery.TooManyLiveRunsException;

/**
 * What failures of neighbours are called in answers.
 */
final class Failures {

	private static final long RETRY_SECONDS = 10;

	private static final Set<GithubFailure> OF_ONE_REPOSITORY = EnumSet.of(GithubFailure.NOT_FOUND,
			GithubFailure.BLOCKED);

	private Failures() {
	}

	static List<String> reasons(List<Throwable> failures) {
		return failures.stream().map(Failures::reason).distinct().toList();
	}

	static String reason(Throwable failure) {
		if (failure instanceof DetailsRefusedException refused) {
			return refused.shortfall().reason().slug();
		}
		if (failure instanceof DetailsUnavailableException) {
			return "details-unavailable";
		}
		if (failure instanceof TooManyLiveRunsException) {
			return "too-many-live-runs";
		}
		return (failure instanceof GithubException github && outOfQuota(github.failure())) ? "quota"
				: "github-unavailable";
	}

	// The failure of a whole answer has to say when to ask again. It is never that of one
	// repository: a search that GitHub does not know, or blocks, was not answered.
	static Throwable unavailable(Throwable failure, Clock clock) {
		if (failure instanceof TimeoutException) {
			return new GithubException(GithubFailure.TIMEOUT, clock.instant().plusSeconds(RETRY_SECONDS));
		}
		if (failure instanceof GithubException github && OF_ONE_REPOSITORY.contains(github.failure())) {
			return new GithubException(GithubFailure.UNAVAILABLE, clock.instant().plusSeconds(RETRY_SECONDS));
		}
		if (failure instanceof DetailsRefusedException refused) {
			return new NeighbourUnavailableException("repo-details", "has no answer", refused.shortfall().retryAt(),
					failure);
		}
		return (failure instanceof DetailsUnavailableException) ? new NeighbourUnavailableException("repo-details",
				"gave no answer", clock.instant().plusSeconds(RETRY_SECONDS), failure) : failure;
	}

	private static boolean outOfQuota(GithubFailure failure) {
		return failure == GithubFailure.QUOTA_EXHAUSTED || failure == GithubFailure.SECONDARY_LIMIT;
	}

}
