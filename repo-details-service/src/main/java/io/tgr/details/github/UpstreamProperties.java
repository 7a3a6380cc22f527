package io.tgr.details.github;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this service calls GitHub.
 *
 * @param interactive calls at a time that somebody waits for
 * @param background calls at a time that nobody waits for; GitHub allows 100 in all
 * @param waiting calls of each kind that may wait for their turn
 * @param contributors how many contributors to ask for, at most 100
 */
@ConfigurationProperties("tgr.details.upstream")
record UpstreamProperties(@DefaultValue("48") int interactive, @DefaultValue("16") int background,
		@DefaultValue("2000") int waiting, @DefaultValue("10") int contributors) {

}
