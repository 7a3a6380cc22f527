package io.tgr.trending.ranking;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The published formula's name, weights and thresholds; whoever changes a weight gives it
 * a name or version of his own.
 *
 * @param name what answers call it
 * @param version its version
 * @param weights what each term is worth
 * @param starsPerDay stars a day at which the term {@code pace} is full
 * @param leastDays days that a pace is taken of, if the window is shorter
 * @param usualDays days that say what is usual for a repository, the window's among them
 * @param burstShare share of all stars of the last days that a single day may hold
 * @param burstDays days looked at for a burst, if the window is not longer
 * @param forksPerStar forks per star below which forks are few
 * @param judgedStars stars below which bursts and forks are not judged
 * @param youngDays age up to which a repository may be a throw-away one, or bait
 * @param crammedTopics topics that are many for a repository dropped on one day
 * @param baitWords words and phrases that lure, in a name, description or topics; none
 * for those of this record (a weight of 0 takes the term out)
 */
@ConfigurationProperties("tgr.trending.formula")
public record FormulaProperties(@DefaultValue("pace-activity-momentum") String name, @DefaultValue("2") int version,
		@DefaultValue Weights weights, @DefaultValue("5000") int starsPerDay, @DefaultValue("2") int leastDays,
		@DefaultValue("30") int usualDays, @DefaultValue("0.8") double burstShare, @DefaultValue("7") int burstDays,
		@DefaultValue("0.01") double forksPerStar, @DefaultValue("100") int judgedStars,
		@DefaultValue("30") int youngDays, @DefaultValue("10") int crammedTopics,
		@DefaultValue List<String> baitWords) {

	private static final List<String> BAIT_WORDS = List.of("crack", "cracked", "keygen", "torrent", "repack", "nulled",
			"activator", "activation", "activated", "preactivated", "kms", "kmspico", "kmsauto", "full version",
			"latest version", "license key", "product key", "lifetime", "download", "free download", "setup",
			"installer", "cheat", "cheats", "hack", "hacks", "aimbot", "wallhack", "esp", "mod menu", "injector",
			"trainer", "executor", "unlock", "release date", "early access", "premium", "emulator");

	public FormulaProperties {
		baitWords = (baitWords.isEmpty()) ? BAIT_WORDS : List.copyOf(baitWords);
		if (leastDays < 1 || usualDays < 30) {
			throw new IllegalArgumentException(
					"tgr.trending.formula: least-days must be at least 1, usual-days at least 30, the longest window");
		}
	}

	/**
	 * What each term is worth; those of suspicions are negative.
	 *
	 * @param pace stars a day
	 * @param activity days on which anybody starred it
	 * @param momentum the latest days against the usual ones
	 * @param burst most stars came on one day
	 * @param fewForks stars, but hardly a fork
	 * @param throwAway new, dropped on one day, and crammed with topics
	 * @param bait new, and promises what lures
	 */
	public record Weights(@DefaultValue("45") double pace, @DefaultValue("35") double activity,
			@DefaultValue("20") double momentum, @DefaultValue("-20") double burst,
			@DefaultValue("-20") double fewForks, @DefaultValue("-20") double throwAway,
			@DefaultValue("-20") double bait) {

		public Weights {
			if (burst > 0 || fewForks > 0 || throwAway > 0 || bait > 0) {
				throw new IllegalArgumentException(
						"tgr.trending.formula.weights: those of suspicions (burst, few-forks, throw-away, bait) cannot be positive");
			}
		}

	}

}
