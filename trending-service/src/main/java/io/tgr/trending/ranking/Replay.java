package io.tgr.trending.ranking;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * A ranking of the past, as star histories tell it.
 *
 * @param ranking the ranking, {@code null} if too little is known of that day
 * @param first the first day that enough is known of, {@code null} if there is none
 * @param last the last day that is known
 */
public record Replay(@Nullable Ranking ranking, @Nullable LocalDate first, LocalDate last) {

}
