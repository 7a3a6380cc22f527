package io.tgr.sandbox.cluster.api;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.web.reactive.function.server.RequestPredicate;
import org.springframework.web.reactive.function.server.RequestPredicates;
import org.springframework.web.reactive.function.server.RouterFunction;
import org.springframework.web.reactive.function.server.RouterFunctions;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.store.ResourceType;
import io.tgr.sandbox.cluster.watch.WatchHandler;

/**
 * Which path is answered by what. Reviews come first.
 */
@Configuration(proxyBeanMethods = false)
class ApiRoutes {

	private static final RequestPredicate READ = RequestPredicates.methods(HttpMethod.GET, HttpMethod.HEAD);

	private final ObjectHandler objects;

	private final WatchHandler watches;

	private final LogHandler logs;

	ApiRoutes(ObjectHandler objects, WatchHandler watches, LogHandler logs) {
		this.objects = objects;
		this.watches = watches;
		this.logs = logs;
	}

	@Bean
	@Order(0)
	RouterFunction<ServerResponse> discoveryRoutes(DiscoveryHandler discovery, UsageHandler usage) {
		return RouterFunctions.route()
			.GET("/version", discovery::version)
			.GET("/api", discovery::versions)
			.GET("/apis", discovery::groups)
			.GET("/api/v1", discovery::resources)
			.GET("/apis/{group}", discovery::group)
			.GET("/apis/{group}/{version}", discovery::resources)
			.GET("/apis/metrics.k8s.io/v1beta1/pods", usage::list)
			.GET("/apis/metrics.k8s.io/v1beta1/namespaces/{namespace}/pods", usage::list)
			.GET("/apis/metrics.k8s.io/v1beta1/namespaces/{namespace}/pods/{name}", usage::get)
			.build();
	}

	@Bean
	@Order(1)
	RouterFunction<ServerResponse> resourceRoutes() {
		RequestPredicate api = RequestPredicates.path("/api/**").or(RequestPredicates.path("/apis/**"));
		return RouterFunctions.route().route(api, this::answer).build();
	}

	private Mono<ServerResponse> answer(ServerRequest request) {
		RequestInfo info = RequestInfo.of(request.exchange().getRequest());
		boolean served = ResourceType.ALL.stream().anyMatch((type) -> type.group().equals(info.group()));
		if (!served) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		ResourceType type = info.type().orElseThrow(ApiErrors::noSuchResource);
		if (!READ.test(request)) {
			throw ApiErrors.methodNotAllowed();
		}
		if (!info.subresource().isEmpty()) {
			return this.logs.log(info, request);
		}
		return switch (info.verb()) {
			case "watch" -> this.watches.watch(info, type, request);
			case "list" -> this.objects.list(info, type, request);
			default -> this.objects.get(info, type, request);
		};
	}

}
