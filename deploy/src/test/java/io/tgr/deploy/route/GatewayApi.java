package io.tgr.deploy.route;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * Routes as the Gateway API says: exact paths first, then the longest prefix of whole
 * segments.
 */
public final class GatewayApi {

	private static final int DEFAULT_TIMEOUT = 15_000;

	private final List<Match> matches;

	public GatewayApi(Rendering rendering) {
		this.matches = rendering.kind("HTTPRoute")
			.flatMap((route) -> route.at("spec.rules")
				.items()
				.flatMap((rule) -> rule.at("matches").items().map((match) -> Match.of(route, rule, match.at("path")))))
			.sorted(Comparator.comparing(Match::exact).thenComparing((match) -> match.value().length()).reversed())
			.toList();
	}

	public Optional<Route> route(String path) {
		return this.matches.stream().filter((match) -> match.takes(path)).findFirst().map(Match::route);
	}

	/**
	 * One path that leads to a backend.
	 */
	private record Match(boolean exact, String value, Route route) {

		static Match of(Resource route, Node rule, Node path) {
			String type = path.at("type").text("PathPrefix");
			if (!List.of("Exact", "PathPrefix").contains(type)) {
				throw new IllegalArgumentException(
						"%s matches by %s, which not every gateway does".formatted(route, type));
			}
			Node backend = rule.at("backendRefs.0");
			return new Match(type.equals("Exact"), path.at("value").text("/"), new Route(
					"%s/%s:%s".formatted(route.namespace(), backend.at("name").text(), backend.at("port").text()),
					millis(rule.at("timeouts.request"))));
		}

		boolean takes(String path) {
			String prefix = this.value.replaceFirst("/$", "");
			return this.exact ? path.equals(this.value) : path.equals(prefix) || path.startsWith(prefix + "/");
		}

		private static int millis(Node duration) {
			return duration.absent() ? DEFAULT_TIMEOUT
					: (int) Duration.parse("PT" + duration.text().toUpperCase(Locale.ROOT)).toMillis();
		}

	}

}
