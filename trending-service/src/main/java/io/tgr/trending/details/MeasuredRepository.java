package io.tgr.trending.details;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.pool.StarHistory;

/**
 * A repository in a batch answer of repo-details: the fields that measuring reads.
 */
record MeasuredRepository(String fullName, @Nullable String requestedName, @Nullable DetailsProblem problem,
		@Nullable Stars stars) {

	Measurement toMeasurement(Clock clock) {
		String requested = (this.requestedName != null) ? this.requestedName : this.fullName;
		StarHistory history = (this.stars != null) ? this.stars.history(clock) : null;
		return new Measurement(requested, this.fullName, history, shortfall(clock));
	}

	private @Nullable Shortfall shortfall(Clock clock) {
		if (this.stars != null && this.stars.value() != null) {
			return Boolean.TRUE.equals(this.stars.stale()) ? this.stars.shortfall(clock) : null;
		}
		if (this.problem != null) {
			return this.problem.shortfall(clock);
		}
		return (this.stars != null && this.stars.problem() != null) ? this.stars.shortfall(clock)
				: new Shortfall(Shortfall.Reason.DETAILS_UNAVAILABLE, null);
	}

	/**
	 * The part with the stars per day.
	 */
	record Stars(@Nullable Instant asOf, @Nullable Boolean stale, @Nullable DetailsProblem problem,
			@Nullable Value value) {

		Shortfall shortfall(Clock clock) {
			// A part may be missing for a while, the repository is there.
			return (this.problem != null && this.problem.reason() != Shortfall.Reason.GONE)
					? this.problem.shortfall(clock) : new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		}

		@Nullable StarHistory history(Clock clock) {
			return (this.value != null) ? this.value.history((this.asOf != null) ? this.asOf : clock.instant()) : null;
		}

		/**
		 * Stars per complete day, oldest first, and those of today.
		 */
		record Value(@Nullable Long total, LocalDate from, List<Integer> days, @Nullable Integer today) {

			StarHistory history(Instant asOf) {
				return new StarHistory(this.from, this.days, (this.today != null) ? this.today : 0, asOf, this.total);
			}

		}

	}

}
