package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

/**
 * What all share who use one Ambassador.
 */
final class AmbassadorRules {

	/** Where its charts install it. */
	static final String NAMESPACE = "emissary";

	private static final Set<Integer> PORTS = Set.of(8080, 8443);

	private static final Set<String> SHARED = Set.of("Listener", "Host", "Module");

	static final List<Rule> ALL = List.of(
			Rule.each("what all people share stays with Ambassador",
					(rendering) -> rendering.resources().stream().filter(AmbassadorRules::shared),
					(rendering, shared) -> Complaint.unless(shared.namespace().equals(NAMESPACE),
							"belongs to namespace " + NAMESPACE + ", where Ambassador is")),
			Rule.each("an auth or rate limit service is qualified and speaks v3",
					(rendering) -> rendering.kind("AuthService", "RateLimitService"),
					(rendering, service) -> Complaint.when(unqualified(service),
							"resolves names in Ambassador's namespace: write name.namespace, and protocol_version: v3")),
			Rule.resources("a Listener waits where the chart's pods do, for Hosts", "Listener",
					(rendering, listener) -> !PORTS.contains(listener.at("spec.port").number(0))
							|| listener.at("spec.hostBinding.namespace.from").absent(),
					"needs a port of " + PORTS + " and a hostBinding"),
			Rule.each("the outer Service shows a Listener and the client's address", AmbassadorRules::outerServices,
					AmbassadorRules::outerService),
			Rule.resources("a Host says what happens to cleartext", "Host",
					(rendering, host) -> host.at("spec.requestPolicy.insecure.action").absent()
							|| host.at("spec.hostname").absent(),
					"needs a hostname and requestPolicy.insecure.action"),
			Rule.each("Ambassador and the Gateway API are never both in use",
					(rendering) -> rendering.kind("HTTPRoute"),
					(rendering, route) -> rendering.resources()
						.stream()
						.filter((resource) -> resource.group().equals("getambassador.io") || outer(resource))
						.map((resource) -> "stands beside " + resource)));

	private AmbassadorRules() {
	}

	private static boolean shared(Resource resource) {
		return resource.group().equals("getambassador.io") && SHARED.contains(resource.kind()) || outer(resource);
	}

	private static Stream<Resource> outerServices(Rendering rendering) {
		return rendering.kind("Service").filter(AmbassadorRules::outer);
	}

	/**
	 * Whether a resource shows Ambassador to the outside.
	 * @param resource any
	 * @return whether it is a Service that selects the pods of the chart
	 */
	static boolean outer(Resource resource) {
		return resource.kind().equals("Service")
				&& resource.at("spec.selector").strings().toString().contains(NAMESPACE);
	}

	private static Stream<String> outerService(Rendering rendering, Resource service) {
		Stream<String> address = Complaint.when(
				!service.at("spec.type").is("ClusterIP") && !service.at("spec.externalTrafficPolicy").is("Local"),
				"hides the client's address: write externalTrafficPolicy: Local");
		List<String> listening = rendering.kind("Listener").map((listener) -> listener.at("spec.port").text()).toList();
		Stream<String> ports = service.at("spec.ports")
			.items()
			.map((port) -> port.at("targetPort"))
			.filter((target) -> !listening.contains(target.text()))
			.map((target) -> "leads to port %s, but Listeners are at %s".formatted(target.text(), listening));
		return Stream.concat(address, ports);
	}

	private static boolean unqualified(Resource service) {
		Node spec = service.at("spec");
		String name = spec.at("auth_service").text(spec.at("service").text());
		return !name.contains(".") || !spec.at("protocol_version").is("v3");
	}

}
