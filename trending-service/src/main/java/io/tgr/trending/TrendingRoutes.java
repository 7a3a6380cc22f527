package io.tgr.trending;

import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.ServerResponse;

/**
 * Which path is whose; all of them are read only.
 */
@Configuration(proxyBeanMethods = false)
class TrendingRoutes {

	static final String TRENDING = "/trending";

	@Bean
	@RouterOperations({
			@RouterOperation(path = TRENDING, method = RequestMethod.GET, beanClass = TrendingHandler.class,
					beanMethod = "trending"),
			@RouterOperation(path = "/trending/{owner}/{name}", method = RequestMethod.GET,
					beanClass = RepositoryHandler.class, beanMethod = "repository"),
			@RouterOperation(path = "/languages", method = RequestMethod.GET, beanClass = LanguagesHandler.class,
					beanMethod = "languages"),
			@RouterOperation(path = "/quota", method = RequestMethod.GET, beanClass = QuotaHandler.class,
					beanMethod = "quota"),
			@RouterOperation(path = "/", method = RequestMethod.GET, beanClass = MostStarredHandler.class,
					beanMethod = "mostStarred") })
	RouterFunction<ServerResponse> routes(TrendingHandler trending, RepositoryHandler repository,
			LanguagesHandler languages, QuotaHandler quota, MostStarredHandler mostStarred, ReadingRoutes reading) {
		return reading.at(TRENDING, trending::trending)
			.and(reading.at("/trending/{owner}/{name}", repository::repository))
			.and(reading.at("/languages", languages::languages))
			.and(reading.at("/quota", quota::quota))
			.and(reading.at("/", mostStarred::mostStarred));
	}

}
