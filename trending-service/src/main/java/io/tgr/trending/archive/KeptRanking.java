package io.tgr.trending.archive;

import java.time.Instant;
import java.util.List;

import io.tgr.trending.ranking.Ranking;

/**
 * The ranking of one scope and window as it was at the end of a day.
 *
 * @param ranking its best rows by score, and those that gained most
 * @param asOf when the oldest figure in it was asked for
 * @param complete whether everything due had been measured
 * @param candidates repositories known then
 * @param measured those measured on every day of the window, and so ranked
 * @param missing why not all
 * @param formula the name of the formula that made the scores
 * @param version its version
 */
public record KeptRanking(Ranking ranking, Instant asOf, boolean complete, int candidates, int measured,
		List<String> missing, String formula, int version) {

	public KeptRanking {
		missing = List.copyOf(missing);
	}

}
