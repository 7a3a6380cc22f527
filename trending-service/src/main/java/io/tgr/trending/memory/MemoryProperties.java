package io.tgr.trending.memory;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How what is known is kept in the store.
 *
 * @param writeInterval how often changes are written; a crash loses so much
 * @param batch how many repositories are written at a time
 * @param keep how long a repository is kept that no search shows any more
 * @param restoreTimeout how long the start may wait for what was kept
 */
@ConfigurationProperties("tgr.trending.memory")
public record MemoryProperties(@DefaultValue("2s") Duration writeInterval, @DefaultValue("500") int batch,
		@DefaultValue("90d") Duration keep, @DefaultValue("20s") Duration restoreTimeout) {

	public MemoryProperties {
		if (writeInterval.toMillis() < 1 || batch < 1) {
			throw new IllegalArgumentException(
					"tgr.trending.memory.write-interval must be at least 1ms, and tgr.trending.memory.batch 1");
		}
	}

}
