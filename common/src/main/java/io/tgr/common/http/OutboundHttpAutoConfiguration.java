package io.tgr.common.http;

import java.time.Clock;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.http.client.autoconfigure.reactive.ClientHttpConnectorBuilderCustomizer;
import org.springframework.boot.http.client.autoconfigure.reactive.ReactiveHttpClientAutoConfiguration;
import org.springframework.boot.http.client.reactive.ReactorClientHttpConnectorBuilder;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpHeaders;
import reactor.netty.http.client.HttpClient;

/**
 * Gives every client a user agent, gzip and a bound on what it holds in memory.
 */
@AutoConfiguration(before = ReactiveHttpClientAutoConfiguration.class)
@ConditionalOnClass({ WebClientCustomizer.class, HttpClient.class })
@EnableConfigurationProperties(OutboundProperties.class)
public final class OutboundHttpAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	@ConditionalOnMissingBean(name = "outboundWebClientCustomizer")
	WebClientCustomizer outboundWebClientCustomizer(OutboundProperties properties) {
		int size = Math.toIntExact(properties.maxResponseSize().toBytes());
		return (builder) -> builder.defaultHeader(HttpHeaders.USER_AGENT, properties.userAgent())
			.codecs((codecs) -> codecs.defaultCodecs().maxInMemorySize(size));
	}

	@Bean
	@ConditionalOnMissingBean(name = "outboundCompression")
	ClientHttpConnectorBuilderCustomizer<ReactorClientHttpConnectorBuilder> outboundCompression() {
		return (builder) -> builder.withHttpClientCustomizer((client) -> client.compress(true));
	}

}
