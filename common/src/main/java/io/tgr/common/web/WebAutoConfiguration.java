package io.tgr.common.web;

import java.time.Clock;
import java.time.Duration;
import java.util.List;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.boot.webflux.autoconfigure.error.ErrorWebFluxAutoConfiguration;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.codec.ServerCodecConfigurer;
import org.springframework.web.cors.CorsConfiguration;
import org.springframework.web.cors.reactive.CorsWebFilter;

import io.tgr.common.http.OutboundHttpAutoConfiguration;

/**
 * Configures what every reactive service has on its HTTP side, unless
 * {@code tgr.web.enabled} is {@code false}; each piece backs off before the application's
 * own.
 */
@AutoConfiguration(after = OutboundHttpAutoConfiguration.class, before = ErrorWebFluxAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
@ConditionalOnBooleanProperty(name = "tgr.web.enabled", matchIfMissing = true)
@EnableConfigurationProperties(InboundProperties.class)
public final class WebAutoConfiguration {

	@Bean
	@ConditionalOnMissingBean(ErrorWebExceptionHandler.class)
	ProblemExceptionHandler problemExceptionHandler(ServerCodecConfigurer codecs, Clock clock) {
		return new ProblemExceptionHandler(codecs, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	RequestIdWebFilter requestIdWebFilter() {
		return new RequestIdWebFilter();
	}

	@Bean
	@ConditionalOnMissingBean(name = "requestIdForwarding")
	WebClientCustomizer requestIdForwarding() {
		return (builder) -> builder.filter(new RequestIdForwarding());
	}

	@Bean
	@ConditionalOnMissingBean
	ClientLimitWebFilter clientLimitWebFilter(InboundProperties properties, Clock clock) {
		return new ClientLimitWebFilter(properties, clock);
	}

	@Bean
	@ConditionalOnMissingBean
	@Order(Ordered.HIGHEST_PRECEDENCE + 15)
	CorsWebFilter corsWebFilter() {
		// No service changes anything, whatever the method.
		CorsConfiguration reading = new CorsConfiguration();
		reading.setAllowedOrigins(List.of(CorsConfiguration.ALL));
		reading.setAllowedMethods(List.of(HttpMethod.GET.name(), HttpMethod.HEAD.name(), HttpMethod.POST.name()));
		reading.setAllowedHeaders(List.of(CorsConfiguration.ALL));
		reading.setExposedHeaders(List.of(HttpHeaders.AGE, HttpHeaders.ETAG, HttpHeaders.LINK, HttpHeaders.RETRY_AFTER,
				RequestIds.HEADER, "X-Tgr-Ignored", "X-Tgr-Missing", "X-Tgr-Stale", "X-Tgr-Withheld"));
		reading.setMaxAge(Duration.ofHours(1));
		return new CorsWebFilter((exchange) -> reading);
	}

}
