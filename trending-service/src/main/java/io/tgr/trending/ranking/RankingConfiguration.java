package io.tgr.trending.ranking;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Where rankings are made.
 */
@Configuration(proxyBeanMethods = false)
class RankingConfiguration {

	@Bean(destroyMethod = "dispose")
	Scheduler rankingScheduler(RankingProperties properties) {
		return Schedulers.newBoundedElastic(properties.threads(), 10_000, "ranking", 60, true);
	}

}
