package io.tgr.trending;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What {@code GET /trending} answers.
 *
 * @param language languages asked for, none for all
 * @param window the window
 * @param sort the order of the rows
 * @param from the window's first day
 * @param to its last day
 * @param replay {@code null} for the last window known; for one that ended on a day asked
 * for: {@code kept} as it was that day, or {@code computed} from star histories
 * @param asOf when the oldest figure was asked for, {@code null} without any
 * @param source where the figures come from
 * @param complete whether everything planned was found and measured
 * @param stale since when and why it is older than it should be, or {@code null}
 * @param coverage what it rests on
 * @param formula which formula made the scores
 * @param total rows after filters
 * @param offset rows left out at the top
 * @param items the rows
 */
public record TrendingAnswer(List<String> language, String window, String sort, LocalDate from, LocalDate to,
		@Nullable String replay, @Nullable Instant asOf, String source, boolean complete, @Nullable Stale stale,
		Coverage coverage, FormulaName formula, int total, int offset, List<TrendingRow> items) {

	TrendingAnswer with(List<TrendingRow> rows, Coverage covered, boolean whole) {
		return new TrendingAnswer(this.language, this.window, this.sort, this.from, this.to, this.replay, this.asOf,
				this.source, whole, this.stale, covered, this.formula, this.total, this.offset, rows);
	}

}
