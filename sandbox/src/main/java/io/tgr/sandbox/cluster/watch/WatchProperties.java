package io.tgr.sandbox.cluster.watch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of watches.
 *
 * @param bookmarks how often a watch is told of the present version
 * @param watchTimeout how long a watch lasts that names no time
 */
@ConfigurationProperties("tgr.sandbox.cluster")
record WatchProperties(@DefaultValue("10s") Duration bookmarks, @DefaultValue("30m") Duration watchTimeout) {

}
