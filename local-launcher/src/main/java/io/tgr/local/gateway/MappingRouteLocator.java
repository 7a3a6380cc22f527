package io.tgr.local.gateway;

import java.util.List;
import java.util.stream.IntStream;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.support.RouteMetadataUtils;
import reactor.core.publisher.Flux;

/**
 * The routes of the gateway, one for each Mapping.
 */
class MappingRouteLocator implements RouteLocator {

	private static final int CONNECT_TIMEOUT_MS = 3_000;

	private final List<Route> routes;

	MappingRouteLocator(List<Mapping> mappings, UpstreamProperties upstreams) {
		this.routes = IntStream.range(0, mappings.size())
			.mapToObj((index) -> route(index, mappings.get(index), upstreams))
			.toList();
	}

	private static Route route(int order, Mapping mapping, UpstreamProperties upstreams) {
		MappingFilter filter = new MappingFilter(mapping, upstreams.of(mapping));
		Route.AsyncBuilder route = Route.async()
			.id(mapping.name())
			.order(order)
			.uri(upstreams.of(mapping))
			.predicate((exchange) -> mapping.matches(MappingFilter.path(exchange)))
			.filter(filter)
			.metadata(RouteMetadataUtils.CONNECT_TIMEOUT_ATTR, CONNECT_TIMEOUT_MS);
		if (mapping.idleTimeout() != null) {
			route.metadata(RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR, mapping.idleTimeout().toMillis());
		}
		return route.build();
	}

	@Override
	public Flux<Route> getRoutes() {
		return Flux.fromIterable(this.routes);
	}

}
