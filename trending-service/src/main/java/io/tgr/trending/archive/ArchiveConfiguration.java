package io.tgr.trending.archive;

import java.time.Clock;

import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.store.KeyValueStore;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.memory.Kept;
import io.tgr.trending.memory.Leadership;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Rankings;

/**
 * Puts the archive together.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ArchiveProperties.class)
class ArchiveConfiguration {

	@Bean
	KeptDays keptDays(KeyValueStore store, CandidatePool pool, Ranker ranker, ArchiveProperties properties,
			MeterRegistry registry, Scheduler rankingScheduler, Clock clock) {
		return new KeptDays(store, pool, ranker, properties, registry, rankingScheduler, clock);
	}

	@Bean
	Archive archive(KeptDays keptDays, Rankings rankings, KeyValueStore store, ArchiveProperties properties) {
		KnownEarlier known = new KnownEarlier(properties.guess(), store::available, Ticker.systemTicker());
		return new Archive(keptDays, rankings, known);
	}

	@Bean
	PastRankings pastRankings(KeptDays keptDays, Rankings rankings) {
		return new PastRankings(keptDays, rankings);
	}

	@Bean
	@Order(4)
	Kept archiveChanges(Archive archive) {
		return new ArchiveChanges(archive);
	}

	@Bean
	Archivist archivist(KeptDays keptDays, Archive archive, Rankings rankings, Discovery discovery,
			Leadership leadership, FormulaProperties formula, ArchiveProperties properties, Scheduler memoryScheduler,
			Clock clock) {
		return new Archivist(keptDays, archive, rankings, discovery, leadership, formula, properties, memoryScheduler,
				clock);
	}

}
