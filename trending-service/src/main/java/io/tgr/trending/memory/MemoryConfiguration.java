package io.tgr.trending.memory;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import io.tgr.common.store.KeyValueStore;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;

/**
 * Puts the memory together.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MemoryProperties.class)
class MemoryConfiguration {

	private static final int MOST_REMOVED = 10_000;

	@Bean(destroyMethod = "dispose")
	Scheduler memoryScheduler() {
		return Schedulers.newSingle("memory", true);
	}

	@Bean
	@Order(0)
	Kept keptPool(KeyValueStore store, CandidatePool pool, PoolProperties bounds, MemoryProperties properties,
			MeterRegistry registry, Scheduler memoryScheduler, Clock clock) {
		Unwritten unwritten = new Unwritten(bounds.maxRepositories() + MOST_REMOVED);
		pool.tell(unwritten);
		StoredPool stored = new StoredPool(store, pool, unwritten, properties, registry, memoryScheduler, clock);
		return new KeptPool(stored, unwritten, properties.batch(), registry);
	}

	@Bean
	Memory memory(KeyValueStore store, ObjectProvider<Kept> parts, CandidatePool pool, MemoryProperties properties,
			Scheduler memoryScheduler, Clock clock) {
		return new Memory(store, parts.orderedStream().toList(), pool, properties, memoryScheduler, clock);
	}

}
