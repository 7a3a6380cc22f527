package io.tgr.trending.pool;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Bounds of what is kept in memory.
 *
 * @param maxRepositories how many repositories are tracked at most
 */
@ConfigurationProperties("tgr.trending.pool")
public record PoolProperties(@DefaultValue("100000") int maxRepositories) {

	public PoolProperties {
		if (maxRepositories < 1) {
			throw new IllegalArgumentException("tgr.trending.pool.max-repositories must be at least 1");
		}
	}

}
