package io.tgr.cluster.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How changes are streamed.
 *
 * @param heartbeat how often a stream says that it lives, and how far it has come
 * @param recheck how often it is asked again whether the caller may see what is streamed
 * @param maxStreams how many streams there are at most
 */
@ConfigurationProperties("tgr.cluster")
record StreamProperties(@DefaultValue("15s") Duration heartbeat, @DefaultValue("10s") Duration recheck,
		@DefaultValue("100") int maxStreams) {

}
