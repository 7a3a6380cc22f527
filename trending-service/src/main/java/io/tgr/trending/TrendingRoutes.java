package io.tgr.trending;

import java.util.List;

import org.springdoc.core.annotations.RouterOperation;
import org.springdoc.core.annotations.RouterOperations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.reactive.function.server.HandlerFunction;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.MethodNotAllowedException;
import reactor.core.publisher.Mono;

/**
 * Which path is whose; all of them are read only.
 */
@Configuration(proxyBeanMethods = false)
class TrendingRoutes {

	static final String TRENDING = "/trending";

	private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

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
			LanguagesHandler languages, QuotaHandler quota, MostStarredHandler mostStarred, AnswerDeadline deadline) {
		return reading(deadline, TRENDING, trending::trending)
			.and(reading(deadline, "/trending/{owner}/{name}", repository::repository))
			.and(reading(deadline, "/languages", languages::languages))
			.and(reading(deadline, "/quota", quota::quota))
			.and(reading(deadline, "/", mostStarred::mostStarred));
	}

	private static RouterFunction<ServerResponse> reading(AnswerDeadline deadline, String path,
			HandlerFunction<ServerResponse> handler) {
		return RouterFunctions.route(RequestPredicates.path(path), (request) -> {
			if (!READING.contains(request.method())) {
				return Mono.error(new MethodNotAllowedException(request.method(), READING));
			}
			Negotiation.requireJson(request.headers().asHttpHeaders());
			return deadline.hold(handler.handle(request));
		});
	}

}
