package io.tgr.trending.shapes.stream;

import java.util.List;

import io.micrometer.core.instrument.MeterRegistry;
import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

import io.tgr.common.web.OpenStreams;
import io.tgr.trending.ReadingRoutes;

/**
 * Where the stream is, and how many there may be.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {

	private static final String PATH = "/trending/stream";

	@Bean
	OpenStreams openStreams(StreamProperties properties, MeterRegistry meters) {
		return new OpenStreams(properties.maxStreams(), properties.maxPerClient(), "tgr.trending.stream", meters);
	}

	@Bean
	@RouterOperations(@RouterOperation(path = PATH, method = RequestMethod.GET, beanClass = StreamHandler.class,
			beanMethod = "stream"))
	RouterFunction<ServerResponse> rankingStream(StreamHandler handler, ReadingRoutes reading) {
		return reading.at(PATH, List.of(MediaType.TEXT_EVENT_STREAM), handler::stream);
	}

}
