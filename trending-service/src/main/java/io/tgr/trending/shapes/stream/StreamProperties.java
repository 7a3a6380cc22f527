package io.tgr.trending.shapes.stream;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.Assert;

/**
 * How rankings are streamed.
 *
 * @param check how often a question that is followed is looked at, once for all who
 * follow it; so often at most a stream tells a new ranking
 * @param heartbeat how often a stream says that it lives
 * @param maxStreams how many streams there are at most
 * @param maxPerClient how many streams one client has at most
 * @param retry how long clients wait before they come back
 */
@ConfigurationProperties("tgr.trending.stream")
record StreamProperties(@DefaultValue("5s") Duration check, @DefaultValue("15s") Duration heartbeat,
		@DefaultValue("100") int maxStreams, @DefaultValue("10") int maxPerClient, @DefaultValue("2s") Duration retry) {

	StreamProperties {
		Assert.isTrue(check.toMillis() > 0, "tgr.trending.stream.check has to be longer than nothing");
		Assert.isTrue(heartbeat.toMillis() > 0, "tgr.trending.stream.heartbeat has to be longer than nothing");
		Assert.isTrue(maxStreams > 0 && maxPerClient > 0,
				"tgr.trending.stream.max-streams and max-per-client have to be 1 at least");
	}

}
