package io.tgr.trending.shapes.ossinsight;

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
 * Where clients of OSS Insight look; its documentation has a slash at the end.
 */
@Configuration(proxyBeanMethods = false)
class OssInsightConfiguration {

	private static final String PATH = "/v1/trends/repos";

	@Bean
	@RouterOperations(@RouterOperation(path = PATH, method = RequestMethod.GET, beanClass = OssInsightHandler.class,
			beanMethod = "repositories"))
	RouterFunction<ServerResponse> ossInsightTrends(OssInsightHandler handler, ReadingRoutes reading) {
		return reading.at(PATH, List.of(MediaType.APPLICATION_JSON), handler::repositories)
			.and(reading.at(PATH + "/", List.of(MediaType.APPLICATION_JSON), handler::repositories));
	}

}
