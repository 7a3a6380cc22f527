package io.tgr.trending.shapes.feed;

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
 * Where the feeds are.
 */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(FeedProperties.class)
class FeedConfiguration {

	@Bean
	@RouterOperations({
			@RouterOperation(path = AtomShape.PATH, method = RequestMethod.GET, beanClass = FeedHandler.class,
					beanMethod = "atom"),
			@RouterOperation(path = RssShape.PATH, method = RequestMethod.GET, beanClass = FeedHandler.class,
					beanMethod = "rss") })
	RouterFunction<ServerResponse> feeds(FeedHandler feeds, ReadingRoutes reading) {
		return reading.at(AtomShape.PATH, types(MediaType.APPLICATION_ATOM_XML), feeds::atom)
			.and(reading.at(RssShape.PATH, types(MediaType.APPLICATION_RSS_XML), feeds::rss));
	}

	private static List<MediaType> types(MediaType own) {
		return List.of(own, MediaType.APPLICATION_XML, MediaType.TEXT_XML);
	}

}
