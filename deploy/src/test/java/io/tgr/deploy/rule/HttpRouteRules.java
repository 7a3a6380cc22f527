package io.tgr.deploy.rule;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Selector;

/**
 * What a Gateway silently gets wrong otherwise.
 */
final class HttpRouteRules {

	static final List<Rule> ALL = List.of(
			rule("a rule of an HTTPRoute states its timeout",
					(rendering, route, rule) -> Complaint.when(rule.at("timeouts.request").absent(),
							"has no timeouts.request and so 15 s, for streams too")),
			rule("a rule of an HTTPRoute keeps to the standard channel",
					(rendering, route, rule) -> Complaint.when(rule.at("retry").present(),
							"has retry, which another implementation may ignore")),
			rule("a rule of an HTTPRoute says which paths it takes",
					(rendering, route,
							rule) -> Complaint.when(rule.at("matches").items().findAny().isEmpty()
									|| rule.at("matches").items().anyMatch((match) -> match.at("path").absent()),
									"has no path and so takes them all")),
			rule("a rule of an HTTPRoute leads to a Service", HttpRouteRules::backends),
			Rule.each("an HTTPRoute is taken by its Gateway", (rendering) -> rendering.kind("HTTPRoute"),
					HttpRouteRules::parents));

	private HttpRouteRules() {
	}

	private static Rule rule(String name, RouteCheck check) {
		return Rule.each(name, (rendering) -> rendering.kind("HTTPRoute"),
				(rendering, route) -> route.at("spec.rules")
					.items()
					.flatMap((rule) -> check.complaints(rendering, route, rule)
						.map((what) -> "%s: %s".formatted(rule.at("matches").text("all paths"), what))));
	}

	private static Stream<String> backends(Rendering rendering, Resource route, Node rule) {
		if (rule.at("backendRefs").items().findAny().isEmpty()) {
			return Stream.of("has no backendRefs");
		}
		return rule.at("backendRefs")
			.items()
			.map((backend) -> new ServiceAddress(route.namespace(), backend.at("name").text(),
					backend.at("port").number(0)))
			.map((address) -> address.complaint(rendering))
			.flatMap(Optional::stream);
	}

	private static Stream<String> parents(Rendering rendering, Resource route) {
		if (route.at("spec.parentRefs").items().findAny().isEmpty()) {
			return Stream.of("has no parentRefs");
		}
		return route.at("spec.parentRefs").items().flatMap((parent) -> parent(rendering, route, parent));
	}

	private static Stream<String> parent(Rendering rendering, Resource route, Node parent) {
		String namespace = parent.at("namespace").text(route.namespace());
		Optional<Resource> gateway = rendering.find("Gateway", namespace, parent.at("name").text());
		if (gateway.isEmpty()) {
			return Stream
				.of("asks for Gateway %s/%s, which is not there".formatted(namespace, parent.at("name").text()));
		}
		List<Node> listeners = gateway.get()
			.at("spec.listeners")
			.items()
			.filter((listener) -> parent.at("sectionName").absent()
					|| parent.at("sectionName").is(listener.at("name").text()))
			.toList();
		return Complaint.when(
				listeners.stream().noneMatch((listener) -> takes(rendering, gateway.get(), listener, route)),
				"is taken by no listener of %s: see sectionName and allowedRoutes".formatted(gateway.get()));
	}

	private static boolean takes(Rendering rendering, Resource gateway, Node listener, Resource route) {
		return switch (listener.at("allowedRoutes.namespaces.from").text("Same")) {
			case "All" -> true;
			case "Selector" -> rendering.find("Namespace", "", route.namespace())
				.map(Resource::labels)
				.filter(new Selector(listener.at("allowedRoutes.namespaces.selector"))::chooses)
				.isPresent();
			default -> route.namespace().equals(gateway.namespace());
		};
	}

	/**
	 * Looks at one rule of a route.
	 */
	private interface RouteCheck {

		Stream<String> complaints(Rendering rendering, Resource route, Node rule);

	}

}
