package io.tgr.trending.ranking;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The published formula's name, weights and thresholds; whoever changes a weight gives it
 * a name or version of his own.
 *
 * @param name what answers call it
 * @param version its version
 * @param weights what each term is worth
 * @param starsPerDay stars a day at which the term {@code gained} is full
 * @param growthDamping stars added to those a repository had, so that small ones do not
 * win by growing from nothing
 * @param growthHalf growth (damped) that makes half of the term
 * @param burstShare share of all stars of the last days that a single day may hold
 * @param burstDays days looked at for a burst, if the window is not longer
 * @param forksPerStar forks per star below which forks are few
 * @param judgedStars stars below which forks are not judged
 * @param throwAwayDays age up to which a repository may be a throw-away one
 */
@ConfigurationProperties("tgr.trending.formula")
public record FormulaProperties(@DefaultValue("gained-growth-momentum") String name, @DefaultValue("1") int version,
		@DefaultValue Weights weights, @DefaultValue("5000") int starsPerDay, @DefaultValue("500") int growthDamping,
		@DefaultValue("0.1") double growthHalf, @DefaultValue("0.6") double burstShare,
		@DefaultValue("7") int burstDays, @DefaultValue("0.01") double forksPerStar,
		@DefaultValue("100") int judgedStars, @DefaultValue("30") int throwAwayDays) {

	/**
	 * What each term is worth; those of suspicions are negative.
	 *
	 * @param gained stars gained in the window
	 * @param growth stars gained, against those there were
	 * @param momentum the latest days of the window against those before
	 * @param burst most stars came on one day
	 * @param fewForks stars, but hardly a fork
	 * @param throwAway new, and without any other sign of life
	 */
	public record Weights(@DefaultValue("70") double gained, @DefaultValue("15") double growth,
			@DefaultValue("15") double momentum, @DefaultValue("-20") double burst,
			@DefaultValue("-15") double fewForks, @DefaultValue("-20") double throwAway) {

		public Weights {
			if (burst > 0 || fewForks > 0 || throwAway > 0) {
				throw new IllegalArgumentException(
						"tgr.trending.formula.weights: those of suspicions (burst, few-forks, throw-away) cannot be positive");
			}
		}

	}

}
