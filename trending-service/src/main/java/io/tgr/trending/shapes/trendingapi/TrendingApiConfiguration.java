package io.tgr.trending.shapes.trendingapi;

import java.util.List;

import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.tgr.trending.ReadingRoutes;

/**
 * Where clients of the old API look.
 */
@Configuration(proxyBeanMethods = false)
class TrendingApiConfiguration {

	private static final String PATH = "/repositories";

	@Bean
	@RouterOperations(@RouterOperation(path = PATH, method = RequestMethod.GET, beanClass = TrendingApiHandler.class,
			beanMethod = "repositories"))
	RouterFunction<ServerResponse> oldRepositories(TrendingApiHandler handler, ReadingRoutes reading) {
		return reading.at(PATH, List.of(MediaType.APPLICATION_JSON), handler::repositories);
	}

}
