package io.tgr.trending.shapes.badge;

import java.util.List;

import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.tgr.trending.ReadingRoutes;

/**
 * Where the badges are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BadgeProperties.class)
class BadgeConfiguration {

	private static final String PATH = "/trending/{owner}/{name}/badge.svg";

	@Bean
	@RouterOperations(@RouterOperation(path = PATH, method = RequestMethod.GET, beanClass = BadgeHandler.class,
			beanMethod = "badge"))
	RouterFunction<ServerResponse> badges(BadgeHandler handler, ReadingRoutes reading) {
		return reading.at(PATH, List.of(BadgeHandler.SVG, MediaType.APPLICATION_XML), handler::badge);
	}

}
