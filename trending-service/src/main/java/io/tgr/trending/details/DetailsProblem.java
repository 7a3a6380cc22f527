package io.tgr.trending.details;

import java.time.Clock;
import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A problem as repo-details reports it: the fields that are read.
 */
record DetailsProblem(@Nullable String type, @Nullable String title, @Nullable String detail,
		@Nullable Long retryAfterSeconds) {

	Shortfall shortfall(Clock clock) {
		Shortfall.Reason reason = reason();
		return new Shortfall((reason != null) ? reason : Shortfall.Reason.DETAILS_UNAVAILABLE, retryAt(clock));
	}

	Shortfall.@Nullable Reason reason() {
		return (this.type != null) ? Shortfall.Reason.ofProblem(this.type) : null;
	}

	private @Nullable Instant retryAt(Clock clock) {
		return (this.retryAfterSeconds != null) ? clock.instant().plusSeconds(this.retryAfterSeconds) : null;
	}

}
