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

	// The path says which it is: readers ask for Atom and accept RSS alone.
	private static final List<MediaType> FEEDS = List.of(MediaType.APPLICATION_ATOM_XML, MediaType.APPLICATION_RSS_XML,
			MediaType.APPLICATION_XML, MediaType.TEXT_XML);

	@Bean
	@RouterOperations({
			@RouterOperation(path = AtomShape.PATH, method = RequestMethod.GET, beanClass = FeedHandler.class,
					beanMethod = "atom"),
			@RouterOperation(path = RssShape.PATH, method = RequestMethod.GET, beanClass = FeedHandler.class,
					beanMethod = "rss") })
	RouterFunction<ServerResponse> feeds(FeedHandler feeds, ReadingRoutes reading) {
		return reading.at(AtomShape.PATH, FEEDS, feeds::atom).and(reading.at(RssShape.PATH, FEEDS, feeds::rss));
	}

}
