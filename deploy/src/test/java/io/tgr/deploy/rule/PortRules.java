package io.tgr.deploy.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Environment;
import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Workload;

/**
 * Ports meet: who asks for one finds somebody who listens there.
 */
final class PortRules {

	private static final String SCRAPE = "prometheus.io/scrape";

	/** Where its proxy takes what it carries, in a pod that a mesh has changed. */
	private static final int LINKERD = 4143;

	static final List<Rule> ALL = List.of(
			Rule.each("a Service leads to a port of its pods", (rendering) -> rendering.kind("Service"),
					PortRules::service),
			Rule.each("a probe asks at a port of its container's pod", Rule::containers,
					(rendering, container) -> Stream.of("startupProbe", "readinessProbe", "livenessProbe")
						.flatMap((probe) -> probe(container, probe))),
			Rule.each("a container listens where its PORT says", Rule::containers, PortRules::listening),
			Rule.each("an annotated pod is scraped at one of its ports", Rendering::workloads, PortRules::scraped),
			Rule.each("a network policy opens ports of its pods", (rendering) -> rendering.kind("NetworkPolicy"),
					PortRules::opened),
			Rule.each("a VirtualService is about Services that are there",
					(rendering) -> rendering.kind("VirtualService"), PortRules::meshRoutes),
			Rule.each("an address in the environment leads to a Service", Rule::containers, PortRules::addresses));

	private PortRules() {
	}

	private static Stream<String> service(Rendering rendering, Resource service) {
		return rendering.selected(service.namespace(), service.at("spec.selector").strings())
			.flatMap((workload) -> service.at("spec.ports")
				.items()
				.map((port) -> port.at("targetPort").present() ? port.at("targetPort") : port.at("port"))
				.filter((target) -> workload.port(target) == 0)
				.map((target) -> "leads to port %s, which no container of %s has".formatted(target.text(), workload)));
	}

	private static Stream<String> probe(Container container, String name) {
		Node probe = container.at(name);
		return Stream.of(probe.at("httpGet.port"), probe.at("tcpSocket.port"))
			.filter((port) -> port.present() && container.workload().port(port) == 0)
			.map((port) -> "has a %s at port %s, which it does not have".formatted(name, port.text()));
	}

	private static Stream<String> listening(Rendering rendering, Container container) {
		String port = Environment.of(rendering, container).value("PORT");
		return Complaint.unless(
				port.isEmpty()
						|| container.at("ports").items().anyMatch((one) -> one.at("containerPort").text().equals(port)),
				"has PORT=%s, which is not among its ports".formatted(port));
	}

	private static Stream<String> scraped(Rendering rendering, Workload workload) {
		Map<String, Node> annotations = workload.template().at("metadata.annotations").fields();
		Node port = annotations.getOrDefault("prometheus.io/port", new Node(null));
		return Complaint.when(annotations.containsKey(SCRAPE) && workload.port(port) == 0,
				"is scraped at port %s, which no container has".formatted(port.text("(none)")));
	}

	private static Stream<String> opened(Rendering rendering, Resource policy) {
		return policy.at("spec.ingress")
			.items()
			.flatMap((ingress) -> ingress.at("ports").items())
			.map((port) -> port.at("port"))
			.filter((port) -> !port.is(LINKERD))
			.flatMap((port) -> NetworkPolicies.pods(rendering, policy)
				.filter((workload) -> workload.port(port) == 0)
				.map((workload) -> "opens port %s, which no container of %s has".formatted(port.text(), workload)));
	}

	private static Stream<String> addresses(Rendering rendering, Container container) {
		String namespace = container.workload().namespace();
		return Environment.of(rendering, container)
			.variables()
			.entrySet()
			.stream()
			.filter((variable) -> insideCluster(variable.getValue().value()))
			.flatMap((variable) -> ServiceAddress.of(variable.getValue().value(), namespace)
				.complaint(rendering)
				.map((complaint) -> variable.getKey() + " " + complaint)
				.stream());
	}

	private static Stream<String> meshRoutes(Rendering rendering, Resource service) {
		return Stream
			.concat(service.at("spec.hosts").texts().stream(),
					service.at("spec.http")
						.items()
						.flatMap((http) -> http.at("route").items())
						.map((route) -> route.at("destination.host").text() + ":"
								+ route.at("destination.port.number").text("80")))
			.flatMap((address) -> ServiceAddress.of(address, service.namespace()).complaint(rendering).stream());
	}

	/** A single label, or a name that ends as the cluster's do. */
	private static boolean insideCluster(String value) {
		return value.matches("[a-z]+://([a-z0-9-]+|[a-z0-9.-]+\\.svc(\\.cluster\\.local)?)(:\\d+)?(/.*)?");
	}

}
