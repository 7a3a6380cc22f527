package io.tgr.cluster.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How changes are streamed.
 *
 * @param heartbeat how often a stream says that it lives, and how far it has come
 * @param recheck how often it is asked again whether the caller may see what is streamed
 * @param maxStreams how many streams there are at most
 * @param maxStreamsPerClient how many streams one client has at most
 */
@ConfigurationProperties("tgr.cluster")
record StreamProperties(@DefaultValue("15s") Duration heartbeat, @DefaultValue("10s") Duration recheck,
		@DefaultValue("100") int maxStreams, @DefaultValue("10") int maxStreamsPerClient) {

	StreamProperties {
		Assert.isTrue(maxStreams > 0 && maxStreamsPerClient > 0,
				"tgr.cluster.max-streams and max-streams-per-client have to be 1 at least");
	}

}
