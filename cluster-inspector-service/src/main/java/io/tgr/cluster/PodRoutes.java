package io.tgr.cluster;

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
class PodRoutes {

	private static final List<HttpMethod> READING = List.of(HttpMethod.GET, HttpMethod.HEAD);

	@Bean
	@RouterOperations({
			@RouterOperation(path = "/pods", method = RequestMethod.GET, beanClass = PodsHandler.class,
					beanMethod = "pods"),
			@RouterOperation(path = "/pods/stream", method = RequestMethod.GET, beanClass = StreamHandler.class,
					beanMethod = "stream"),
			@RouterOperation(path = "/pods/summary", method = RequestMethod.GET, beanClass = SummaryHandler.class,
					beanMethod = "summary"),
			@RouterOperation(path = "/pods/{namespace}/{name}", method = RequestMethod.GET,
					beanClass = PodHandler.class, beanMethod = "pod") })
	RouterFunction<ServerResponse> routes(PodsHandler pods, StreamHandler stream, SummaryHandler summary,
			PodHandler pod) {
		return reading("/pods", pods::pods).and(reading("/pods/stream", stream::stream))
			.and(reading("/pods/summary", summary::summary))
			.and(reading("/pods/{namespace}/{name}", pod::pod));
	}

	private static RouterFunction<ServerResponse> reading(String path, HandlerFunction<ServerResponse> handler) {
		return RouterFunctions.route(RequestPredicates.path(path), (request) -> (READING.contains(request.method()))
				? handler.handle(request) : Mono.error(new MethodNotAllowedException(request.method(), READING)));
	}

}
