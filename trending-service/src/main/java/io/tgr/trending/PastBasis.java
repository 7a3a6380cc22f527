package io.tgr.trending;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.archive.Earlier;
import io.tgr.trending.archive.KeptRanking;
import io.tgr.trending.archive.PastRanking;
import io.tgr.trending.ranking.Ranking;

/**
 * What an answer about a day of the past rests on.
 *
 * @param past the ranking, which is there
 * @param earlier what was before it
 */
record PastBasis(PastRanking past, Earlier earlier) {

	Ranking ranking() {
		return Objects.requireNonNull(this.past.ranking());
	}

	String replay() {
		return (this.past.kept() != null) ? "kept" : "computed";
	}

	boolean complete() {
		KeptRanking kept = this.past.kept();
		return kept != null && kept.complete();
	}

	@Nullable Instant asOf() {
		KeptRanking kept = this.past.kept();
		Instant asOf = (kept != null) ? kept.asOf() : ranking().asOf();
		return (asOf != null) ? asOf.truncatedTo(ChronoUnit.SECONDS) : null;
	}

	Coverage coverage() {
		KeptRanking kept = this.past.kept();
		if (kept == null) {
			return new Coverage(ranking().candidates(), ranking().measured(),
					List.of((this.past.read()) ? "not-kept" : ArchiveUnavailableException.REASON));
		}
		boolean selected = kept.missing().isEmpty() && kept.measured() < kept.candidates();
		return new Coverage(kept.candidates(), kept.measured(), (selected) ? List.of("not-selected") : kept.missing());
	}

	FormulaName formula(FormulaName present) {
		KeptRanking kept = this.past.kept();
		return (kept != null) ? new FormulaName(kept.formula(), kept.version()) : present;
	}

}
