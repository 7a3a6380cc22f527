package io.tgr.trending.archive;

import java.time.Duration;
import java.time.LocalTime;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How the rankings of past days are kept.
 *
 * @param keep how long
 * @param lastChance from when on (UTC) a day's ranking is kept though not everything due
 * was measured
 * @param interval how often to look whether a ranking is final
 * @param patience how long the store may take to tell what was kept
 * @param guess how long places of the day before may be shown that are made of star
 * histories, while more of these become known
 */
@ConfigurationProperties("tgr.trending.archive")
public record ArchiveProperties(@DefaultValue("90d") Duration keep, @DefaultValue("23:00") LocalTime lastChance,
		@DefaultValue("1m") Duration interval, @DefaultValue("1s") Duration patience,
		@DefaultValue("1m") Duration guess) {

	public ArchiveProperties {
		if (keep.toDays() < 1 || interval.toMillis() < 1) {
			throw new IllegalArgumentException(
					"tgr.trending.archive.keep must be at least 1d, and tgr.trending.archive.interval 1ms");
		}
		Assert.isTrue(patience.toMillis() > 0, "tgr.trending.archive.patience has to be longer than nothing");
		Assert.isTrue(!guess.isNegative(), "tgr.trending.archive.guess has to be 0s at least");
	}

}
