package io.tgr.trending.discovery;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of the run that answers for a language nobody asked for before.
 *
 * @param cap how many languages may be looked up at the same time
 * @param measured how many repositories a run measures at most
 * @param share the share of the core quota left that one run may take
 * @param timeout how long a run may take
 * @param retryAfter when a caller above the cap may ask again
 * @param again how soon a run that brought no stars per day may be repeated
 */
@ConfigurationProperties("tgr.trending.live-runs")
record LiveRunProperties(@DefaultValue("4") int cap, @DefaultValue("48") int measured,
		@DefaultValue("0.25") double share, @DefaultValue("8s") Duration timeout,
		@DefaultValue("5s") Duration retryAfter, @DefaultValue("10s") Duration again) {

}
