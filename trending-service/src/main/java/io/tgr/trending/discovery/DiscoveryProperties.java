package io.tgr.trending.discovery;

import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * What discovery may spend, and how often it looks again.
 *
 * @param refresh whether languages are swept and kept current in the background
 * @param languages how many languages are swept without being asked for, those with most
 * repositories first; all languages together come on top
 * @param searchInterval how often a language is searched again once it has been swept;
 * less often if the budget does not allow it
 * @param searchesPerInterval how many searches that takes
 * @param measuredAtFirst how many repositories of a language the first sweep measures at
 * least
 * @param measuredAtMost how many it goes on to while each further round still finds
 * repositories that belong to the top
 * @param deeper how many repositories such a further round adds
 * @param measuredDaily how many repositories of a language are measured again when the
 * UTC day has turned
 * @param hotRepositories how many repositories at the top are measured again during the
 * day
 * @param hotInterval how often that is; by default as often as the budget allows, between
 * every hour and every twelve, or not at all
 * @param oldestPerHour how many of the other figures that are ranked are measured again
 * an hour, the oldest first, while nothing else is due and at least half of the core
 * quota is left; by default what the budget leaves
 * @param newcomers how many repositories that a later search found, or saw rise, are
 * measured an interval
 * @param searchesPerMinute the pace of searching in the background; by default two thirds
 * of what GitHub allows, so that there is always something left for live runs
 * @param measurementsPerMinute the pace of measuring in the background
 * @param budgetShare the share of GitHub's core and search buckets that background work
 * may spend over a day; what else is not set is derived from it
 * @param measurementsPerDay how many background measurements a UTC day may take; by
 * default what the share allows, less a fifteenth for what somebody asks for
 * @param askedShare the share of them that languages may take which are swept only
 * because somebody asked
 * @param batch how many repositories are measured in one go
 * @param smallQuota a core quota of at most so many calls an hour is kept for languages
 * that somebody asked for
 * @param interest how long after the last question a language is kept current that is not
 * among those swept without being asked for, or any when the quota is small
 * @param tick how long the refresher rests when nothing is due
 * @param retryAfterFailure how long it rests after a failure that names no time
 */
@ConfigurationProperties("tgr.trending.discovery")
record DiscoveryProperties(@DefaultValue("true") boolean refresh, @DefaultValue("30") int languages,
		@DefaultValue("1h") Duration searchInterval, @DefaultValue("2") int searchesPerInterval,
		@DefaultValue("120") int measuredAtFirst, @DefaultValue("300") int measuredAtMost,
		@DefaultValue("25") int deeper, @DefaultValue("130") int measuredDaily, @DefaultValue("30") int hotRepositories,
		@Nullable Duration hotInterval, @Nullable Integer oldestPerHour, @DefaultValue("8") int newcomers,
		@Nullable Integer searchesPerMinute, @DefaultValue("640") int measurementsPerMinute,
		@DefaultValue("0.25") double budgetShare, @Nullable Integer measurementsPerDay,
		@DefaultValue("0.25") double askedShare, @DefaultValue("50") int batch, @DefaultValue("500") int smallQuota,
		@DefaultValue("24h") Duration interest, @DefaultValue("1s") Duration tick,
		@DefaultValue("5s") Duration retryAfterFailure) {

	DiscoveryProperties {
		Assert.isTrue(budgetShare > 0 && budgetShare <= 0.8,
				() -> "tgr.trending.discovery.budget-share must be above 0 and at most 0.8, since a fifth of each bucket "
						+ "is kept for what somebody waits for; it is " + budgetShare);
	}

}
