package io.tgr.trending.discovery;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * How far a sweep had come, as it is kept.
 *
 * @param firstPage what the most starred repositories said, {@code null} before that
 * @param searchedAt when it was last searched
 * @param triedAt when it was last measured
 * @param currentTo the last day that everything due was measured for
 * @param asOf when the oldest figure was asked for
 * @param turns how many turns of searching there have been
 * @param depth how many repositories are measured at first
 * @param newcomers how many newly found ones may still be measured
 * @param swept whether the first sweep is over
 * @param obstacles what stands in the way
 * @param staleSince since when
 */
record SweepMemo(@Nullable FirstPage firstPage, @Nullable Instant searchedAt, @Nullable Instant triedAt,
		@Nullable LocalDate currentTo, @Nullable Instant asOf, int turns, int depth, int newcomers, boolean swept,
		Map<Obstacles.Work, String> obstacles, @Nullable Instant staleSince) {

	/**
	 * As it is taken up again: what stood in the way has to show itself anew.
	 */
	SweepMemo unhindered() {
		return new SweepMemo(this.firstPage, this.searchedAt, this.triedAt, this.currentTo, this.asOf, this.turns,
				this.depth, this.newcomers, this.swept, Map.of(), null);
	}

}
