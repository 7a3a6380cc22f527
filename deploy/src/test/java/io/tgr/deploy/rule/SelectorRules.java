package io.tgr.deploy.rule;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;
import io.tgr.deploy.manifest.Selector;
import io.tgr.deploy.manifest.Workload;

/**
 * Whatever selects by labels finds what it is for, and nothing else.
 */
final class SelectorRules {

	/** What policies may be about though another component or a mesh brings it. */
	private static final List<Map<String, String>> OPTIONAL_PODS = List.of(Map.of("github", "sandbox"),
			Map.of("app.kubernetes.io/name", "trending-service"), Map.of("app.kubernetes.io/name", "github-sandbox"),
			Map.of("app.kubernetes.io/name", "prometheus"), Map.of("app.kubernetes.io/name", "redis"),
			Map.of("linkerd.io/control-plane-ns", "linkerd"), Map.of("sidecar.istio.io/inject", "true"));

	static final List<Rule> ALL = List.of(
			Rule.each("a Service selects the pods of one workload", SelectorRules::services, SelectorRules::service),
			Rule.each("a workload selects its own pods and no other's", SelectorRules::selecting,
					SelectorRules::workload),
			Rule.each("a workload spreads its own pods", Rendering::workloads, SelectorRules::spread),
			Rule.each("a disruption budget guards one workload", (rendering) -> rendering.kind("PodDisruptionBudget"),
					SelectorRules::budget),
			Rule.each("an autoscaler scales what is there, and nothing else says how many",
					(rendering) -> rendering.kind("HorizontalPodAutoscaler"), SelectorRules::autoscaler),
			Rule.each("a network policy is about pods that are there", (rendering) -> rendering.kind("NetworkPolicy"),
					SelectorRules::policy),
			Rule.each("a ServiceMonitor finds a Service with that port",
					(rendering) -> rendering.kind("ServiceMonitor"), SelectorRules::monitor));

	private SelectorRules() {
	}

	private static Stream<Resource> services(Rendering rendering) {
		return rendering.kind("Service")
			.filter((service) -> !AmbassadorRules.outer(service) && !service.at("spec.type").is("ExternalName"));
	}

	private static Stream<String> service(Rendering rendering, Resource service) {
		Map<String, String> selector = service.at("spec.selector").strings();
		List<Workload> workloads = rendering.selected(service.namespace(), selector).toList();
		return Complaint.unless(workloads.size() == 1,
				"selects by %s the pods of %s instead of one workload's".formatted(selector, workloads));
	}

	private static Stream<Workload> selecting(Rendering rendering) {
		return rendering.workloads()
			.filter((workload) -> !List.of("Pod", "Job", "CronJob").contains(workload.resource().kind()));
	}

	private static Stream<String> workload(Rendering rendering, Workload workload) {
		Selector selector = new Selector(workload.resource().at("spec.selector"));
		List<Workload> selected = chosen(rendering, workload.namespace(), selector);
		return Complaint.unless(selected.equals(List.of(workload)),
				"selects the pods of %s instead of only its own".formatted(selected));
	}

	private static Stream<String> spread(Rendering rendering, Workload workload) {
		return workload.spec()
			.at("topologySpreadConstraints")
			.items()
			.filter((constraint) -> !new Selector(constraint.at("labelSelector")).chooses(workload.labels()))
			.map((constraint) -> "spreads other pods than its own: " + constraint.at("labelSelector").text());
	}

	private static Stream<String> budget(Rendering rendering, Resource budget) {
		List<Workload> guarded = chosen(rendering, budget.namespace(), new Selector(budget.at("spec.selector")));
		return Complaint.unless(guarded.size() == 1, "guards %s instead of one workload".formatted(guarded));
	}

	private static Stream<String> autoscaler(Rendering rendering, Resource autoscaler) {
		Node target = autoscaler.at("spec.scaleTargetRef");
		return rendering.find(target.at("kind").text(), autoscaler.namespace(), target.at("name").text())
			.map((scaled) -> Complaint.when(scaled.at("spec.replicas").present(),
					"scales %s, which states replicas: every apply would undo it".formatted(scaled)))
			.orElseGet(() -> Stream
				.of("scales %s %s, which is not there".formatted(target.at("kind").text(), target.at("name").text())));
	}

	private static Stream<String> policy(Rendering rendering, Resource policy) {
		Selector selector = new Selector(policy.at("spec.podSelector"));
		return Complaint.unless(
				selector.choosesAll() || !chosen(rendering, policy.namespace(), selector).isEmpty()
						|| OPTIONAL_PODS.stream().anyMatch(selector::chooses),
				"selects no pod by " + selector.node().text());
	}

	private static Stream<String> monitor(Rendering rendering, Resource monitor) {
		Selector selector = new Selector(monitor.at("spec.selector"));
		List<Resource> services = rendering.kind("Service")
			.filter((service) -> service.namespace().equals(monitor.namespace()) && selector.chooses(service.labels()))
			.toList();
		if (services.isEmpty()) {
			return Stream.of("selects no Service by " + selector.node().text());
		}
		List<String> endpoints = monitor.at("spec.endpoints")
			.items()
			.map((endpoint) -> endpoint.at("port").text())
			.toList();
		return services.stream()
			.filter((service) -> endpoints.isEmpty() || !portNames(service).containsAll(endpoints))
			.map((service) -> "asks for ports %s, but %s has %s".formatted(endpoints, service, portNames(service)));
	}

	private static List<String> portNames(Resource service) {
		return service.at("spec.ports").items().map((port) -> port.at("name").text()).toList();
	}

	private static List<Workload> chosen(Rendering rendering, String namespace, Selector selector) {
		return rendering.workloads()
			.filter((workload) -> workload.namespace().equals(namespace) && selector.chooses(workload.labels()))
			.toList();
	}

}
