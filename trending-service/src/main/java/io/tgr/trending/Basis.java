package io.tgr.trending;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.ranking.Ranking;

/**
 * What an answer rests on: the ranking, how far the sweeps have come, and what failed
 * just now.
 *
 * @param ranking the ranking
 * @param states the state of each language asked for
 * @param failures why first figures of a language could not be had
 * @param earlier what was before
 */
record Basis(Ranking ranking, List<SweepState> states, List<String> failures, Earlier earlier) {

	Basis(Ranking ranking, List<SweepState> states, List<String> failures) {
		this(ranking, states, failures, Earlier.UNKNOWN);
	}

	Coverage coverage() {
		List<String> missing = missing();
		if (missing.isEmpty() && this.ranking.measured() < this.ranking.candidates()) {
			missing = List.of((swept()) ? "not-selected" : "pending");
		}
		return new Coverage(this.ranking.candidates(), this.ranking.measured(), missing);
	}

	boolean complete(Clock clock) {
		return swept() && missing().isEmpty() && stale(clock) == null;
	}

	@Nullable Instant asOf() {
		Instant swept = earliest(SweepState::asOf);
		Instant shown = this.ranking.asOf();
		Instant asOf = (swept == null || (shown != null && shown.isBefore(swept))) ? shown : swept;
		return (asOf != null) ? asOf.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	@Nullable Stale stale(Clock clock) {
		Instant since = earliest(SweepState::staleSince);
		if (since != null) {
			List<String> missing = missing();
			return new Stale(since.truncatedTo(ChronoUnit.SECONDS),
					(missing.isEmpty()) ? "refresh-failed" : missing.get(0));
		}
		LocalDate overdue = this.ranking.period().to().plusDays(1);
		boolean behind = overdue.isBefore(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
		return (behind) ? new Stale(overdue.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant(), "day-not-measured")
				: null;
	}

	private boolean swept() {
		return this.states.stream().allMatch((state) -> state.stage() == SweepState.Stage.COMPLETE);
	}

	private List<String> missing() {
		return Stream.concat(this.failures.stream(), this.states.stream().flatMap((state) -> state.missing().stream()))
			.distinct()
			.toList();
	}

	private @Nullable Instant earliest(Function<SweepState, @Nullable Instant> time) {
		return this.states.stream().map(time).filter(Objects::nonNull).min(Comparator.naturalOrder()).orElse(null);
	}

}
