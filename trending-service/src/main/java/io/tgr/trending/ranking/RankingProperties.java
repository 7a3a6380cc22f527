package io.tgr.trending.ranking;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How rankings are kept.
 *
 * @param maxLag how long an answer may lag behind what was just measured; keeps a sweep
 * in full swing from having everything ranked again for every page it sees
 * @param maxRows rows of all rankings together that are kept in memory
 * @param keep how long a ranking nobody asks for is kept
 * @param replayLag how long the ranking of a past day may lag behind what was measured
 * @param maxReplayRows rows of rankings of past days that are kept in memory
 * @param threads how many rankings are made or answers encoded at a time
 */
@ConfigurationProperties("tgr.trending.ranking")
public record RankingProperties(@DefaultValue("1s") Duration maxLag, @DefaultValue("400000") int maxRows,
		@DefaultValue("15m") Duration keep, @DefaultValue("1m") Duration replayLag,
		@DefaultValue("20000") int maxReplayRows, @DefaultValue("2") int threads) {

	public RankingProperties {
		Assert.isTrue(!maxLag.isNegative() && !keep.isNegative() && !replayLag.isNegative(),
				"tgr.trending.ranking.max-lag, keep and replay-lag have to be 0s at least");
		Assert.isTrue(maxRows >= 0 && maxReplayRows >= 0,
				"tgr.trending.ranking.max-rows and max-replay-rows have to be 0 at least");
		Assert.isTrue(threads > 0, "tgr.trending.ranking.threads has to be 1 at least");
	}

}
