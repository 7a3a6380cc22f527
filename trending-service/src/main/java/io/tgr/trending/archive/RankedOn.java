package io.tgr.trending.archive;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

/**
 * Where a repository stood on a day, by score.
 *
 * @param date the last day of the window
 * @param overall its place among all languages, {@code null} if it was not in the first
 * 100 or that day is not kept
 * @param inLanguage its place within its language, likewise
 */
public record RankedOn(LocalDate date, @Nullable Integer overall, @Nullable Integer inLanguage) {

}
