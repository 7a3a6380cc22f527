package io.tgr.details;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Settings of this service.
 *
 * @param webUrl where people look at repositories
 * @param sideBySide upstream calls that one batch makes at a time
 * @param interactiveTimeout how long an interactive question may take; parts that are not
 * there by then are missing
 * @param backgroundTimeout the same for background questions
 * @param partsPerHour parts that one client may ask for within an hour before it goes on
 * as background work, 0 for no limit
 * @param maxAge how long clients may keep a complete answer
 * @param cache how much to keep
 * @param freshness how long to believe what is kept
 */
@ConfigurationProperties("tgr.details")
record DetailsProperties(@DefaultValue("https://github.com") URI webUrl, @DefaultValue("16") int sideBySide,
		@DefaultValue("9s") Duration interactiveTimeout, @DefaultValue("55s") Duration backgroundTimeout,
		@DefaultValue("1000") int partsPerHour, @DefaultValue("1m") Duration maxAge, @DefaultValue Cache cache,
		@DefaultValue Freshness freshness) {

	/**
	 * How much to keep.
	 *
	 * @param maxSize memory for what GitHub said
	 * @param keep how long an old answer is better than none; longer than anything is
	 * fresh
	 */
	record Cache(@DefaultValue("24MB") DataSize maxSize, @DefaultValue("3d") Duration keep) {

	}

	/**
	 * How long to believe what is kept.
	 *
	 * @param facts facts, and GitHub's own JSON; much longer than stars, and totals of
	 * stars are missing more often
	 * @param languages languages
	 * @param contributors contributors
	 * @param release the latest release
	 * @param community the community profile
	 * @param stars stars per day; never beyond the end of a UTC day
	 * @param missing that a repository does not exist
	 */
	record Freshness(@DefaultValue("10m") Duration facts, @DefaultValue("6h") Duration languages,
			@DefaultValue("6h") Duration contributors, @DefaultValue("1h") Duration release,
			@DefaultValue("1d") Duration community, @DefaultValue("10m") Duration stars,
			@DefaultValue("1m") Duration missing) {

	}

}
