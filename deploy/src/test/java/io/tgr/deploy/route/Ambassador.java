package io.tgr.deploy.route;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * Routes as Ambassador does: a prefix is a raw string, and the longest is tried first.
 */
public final class Ambassador {

	private static final int DEFAULT_TIMEOUT = 3_000;

	private final List<Resource> mappings;

	public Ambassador(Rendering rendering) {
		this.mappings = rendering.kind("Mapping")
			.sorted(Comparator.comparingInt((Resource mapping) -> prefix(mapping).length())
				.thenComparing(Ambassador::exact)
				.reversed())
			.toList();
	}

	public Optional<Route> route(String path) {
		return this.mappings.stream()
			.filter((mapping) -> exact(mapping) ? path.equals(prefix(mapping)) : path.startsWith(prefix(mapping)))
			.findFirst()
			.map(Ambassador::route);
	}

	private static Route route(Resource mapping) {
		String service = mapping.at("spec.service").text();
		return new Route("%s/%s".formatted(mapping.namespace(), service.contains(":") ? service : service + ":80"),
				mapping.at("spec.timeout_ms").number(DEFAULT_TIMEOUT));
	}

	private static String prefix(Resource mapping) {
		return mapping.at("spec.prefix").text();
	}

	private static boolean exact(Resource mapping) {
		return mapping.at("spec.prefix_exact").is(true);
	}

}
