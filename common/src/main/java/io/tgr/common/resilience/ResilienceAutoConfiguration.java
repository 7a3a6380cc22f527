package io.tgr.common.resilience;

import java.time.Clock;

import io.github.resilience4j.reactor.retry.RetryOperator;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

/**
 * Configures the factory of neighbours, unless the application brings its own.
 */
@AutoConfiguration(after = OutboundHttpAutoConfiguration.class)
@ConditionalOnClass(RetryOperator.class)
public final class ResilienceAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(NeighbourFactory.class)
	NeighbourRegistries neighbourFactory(Environment environment, Clock clock) {
		return new NeighbourRegistries(environment, clock);
	}

}
