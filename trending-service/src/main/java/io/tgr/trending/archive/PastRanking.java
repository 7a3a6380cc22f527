package io.tgr.trending.archive;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.Ranking;

/**
 * A ranking of the past, or the days that could have been asked for.
 *
 * @param ranking the ranking, {@code null} if it is not held
 * @param kept what was kept with it, {@code null} if it was made of star histories
 * @param first the first day held, {@code null} if it is not known
 * @param last the last day held, {@code null} if it is not known
 * @param read whether the store told what was kept; if not, more may be held
 */
public record PastRanking(@Nullable Ranking ranking, @Nullable KeptRanking kept, @Nullable LocalDate first,
		@Nullable LocalDate last, boolean read) {

	static PastRanking of(KeptRanking kept) {
		return new PastRanking(kept.ranking(), kept, null, null, true);
	}

	// What was kept may reach further back than star histories do.
	PastRanking from(Optional<LocalDate> kept) {
		boolean further = kept.isPresent() && (this.first == null || kept.get().isBefore(this.first));
		return new PastRanking(this.ranking, this.kept, (further) ? kept.get() : this.first, this.last, this.read);
	}

	static KeptRanking union(List<KeptRanking> kept, Period period) {
		if (kept.size() == 1) {
			return kept.get(0);
		}
		int candidates = kept.stream().mapToInt(KeptRanking::candidates).sum();
		Ranking rows = Ranking.kept(period, candidates,
				kept.stream().flatMap((each) -> each.ranking().all().stream()).toList());
		Instant asOf = kept.stream().map(KeptRanking::asOf).min(Comparator.naturalOrder()).orElseThrow();
		return new KeptRanking(rows, asOf, kept.stream().allMatch(KeptRanking::complete), candidates,
				kept.stream().mapToInt(KeptRanking::measured).sum(),
				kept.stream().flatMap((each) -> each.missing().stream()).distinct().toList(), kept.get(0).formula(),
				kept.get(0).version());
	}

}
