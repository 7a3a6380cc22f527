package io.tgr.common.store;

import java.time.Clock;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

/**
 * Configures the store of a service that asks GitHub. Which one it is is decided when the
 * bean is made, since images freeze conditions.
 */
@AutoConfiguration(after = OutboundHttpAutoConfiguration.class,
		afterName = "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration")
@ConditionalOnBooleanProperty(name = "tgr.github.enabled", matchIfMissing = true)
@ConditionalOnMissingBean(KeyValueStore.class)
@EnableConfigurationProperties(StoreProperties.class)
public final class StoreAutoConfiguration {

	@Bean
	ManagedStore keyValueStore(StoreProperties properties, Environment environment,
			ObjectProvider<MeterRegistry> registry, Clock clock) {
		MeterRegistry meters = registry.getIfAvailable(CompositeMeterRegistry::new);
		StoreOwner owner = StoreOwner.of(environment);
		if (properties.redis().isUsed()) {
			return new RedisStore(RedisAddress.of(properties.redis()), properties, owner, clock,
					new StoreMetrics(meters, "redis"));
		}
		StoreFile file = StoreFile.in(properties.path(), owner, StoreFormat.PRESENT);
		long memory = Runtime.getRuntime().maxMemory() / 8;
		long bytes = properties.maxSize().toBytes();
		return new EmbeddedStore(file, (file.path() != null) ? bytes : Math.min(bytes, memory), clock,
				new StoreMetrics(meters, "embedded"));
	}

}
