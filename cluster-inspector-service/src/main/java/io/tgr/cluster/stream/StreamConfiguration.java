package io.tgr.cluster.stream;

import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.tgr.common.web.OpenStreams;

/**
 * Wires streaming.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

	@Bean
	OpenStreams openStreams(StreamProperties properties, MeterRegistry meters) {
		return new OpenStreams(properties.maxStreams(), properties.maxStreamsPerClient(), "tgr.cluster.streams",
				meters);
	}

}
