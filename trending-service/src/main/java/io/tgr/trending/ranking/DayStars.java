package io.tgr.trending.ranking;

import java.time.LocalDate;

/**
 * Stars of one day.
 *
 * @param date the UTC day
 * @param stars stars gained on it
 */
public record DayStars(LocalDate date, int stars) {

}
