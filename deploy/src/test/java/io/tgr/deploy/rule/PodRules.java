package io.tgr.deploy.rule;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.deploy.manifest.Container;
import io.tgr.deploy.manifest.Environment;
import io.tgr.deploy.manifest.Node;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Workload;

/**
 * How a pod lives, and is replaced, without a lost request.
 */
final class PodRules {

	private static final Set<String> SERVICES = Set.of("trending-service", "repo-details-service",
			"cluster-inspector-service", "github-sandbox");

	/** Seconds that a service may take to answer what it has begun. */
	private static final int SHUTDOWN = 30;

	private static final Set<String> RUNNING = Set.of("Deployment", "StatefulSet", "DaemonSet");

	static final List<Rule> ALL = List.of(
			Rule.containers("a container states requests and a limit of memory",
					(rendering, container) -> Stream.of("requests.cpu", "requests.memory", "limits.memory")
						.anyMatch((field) -> container.at("resources." + field).absent()),
					"needs resources.requests.cpu, .requests.memory and .limits.memory"),
			Rule.containers("a service asks for 128Mi and gets 256Mi at most",
					(rendering, container) -> SERVICES.contains(container.workload().application())
							&& !(container.at("resources.requests.memory").is("128Mi")
									&& container.at("resources.limits.memory").is("256Mi")),
					"has other requests and limits of memory than 128Mi and 256Mi"),
			Rule.containers("no container is throttled",
					(rendering, container) -> container.at("resources.limits.cpu").present(),
					"has a CPU limit, which slows the start down most of all"),
			Rule.containers("what a service keeps lies in a volume", PodRules::homeless,
					"has a TGR_STORE_PATH that is not in one of its volumes"),
			Rule.each("a container has probes, and a slow pod is not killed", PodRules::servers, PodRules::probes),
			Rule.each("a service goes on until nobody asks", PodRules::services, PodRules::ending),
			Rule.each("an update takes no pod away before its successor is ready", PodRules::services,
					PodRules::update),
			Rule.workloads("a pod does not depend on which Services were there before it",
					(rendering, workload) -> !workload.spec().at("enableServiceLinks").is(false),
					"needs enableServiceLinks: false"));

	private PodRules() {
	}

	private static boolean homeless(Rendering rendering, Container container) {
		String path = Environment.of(rendering, container).value("TGR_STORE_PATH");
		return !path.isEmpty()
				&& container.at("volumeMounts").items().noneMatch((mount) -> mount.at("mountPath").is(path));
	}

	private static Stream<Container> servers(Rendering rendering) {
		return rendering.workloads()
			.filter((workload) -> RUNNING.contains(workload.resource().kind()))
			.flatMap(Workload::servers);
	}

	private static Stream<String> probes(Rendering rendering, Container container) {
		Stream<String> absent = Stream.of("startupProbe", "readinessProbe", "livenessProbe")
			.filter((probe) -> container.at(probe).absent())
			.map((probe) -> "has no " + probe);
		Stream<String> readiness = Stream.of("startupProbe", "livenessProbe")
			.filter((probe) -> container.at(probe + ".httpGet.path").text().contains("readiness"))
			.map((probe) -> "has a %s that asks for readiness: it would be killed when it only has to wait"
				.formatted(probe));
		return Stream.concat(absent, readiness);
	}

	private static Stream<Workload> services(Rendering rendering) {
		return rendering.workloads().filter((workload) -> SERVICES.contains(workload.application()));
	}

	private static Stream<String> ending(Rendering rendering, Workload workload) {
		int sleep = workload.servers()
			.mapToInt((server) -> server.at("lifecycle.preStop.sleep.seconds").number(0))
			.min()
			.orElse(0);
		int grace = workload.spec().at("terminationGracePeriodSeconds").number(30);
		return Stream.concat(
				Complaint.when(sleep == 0, "has no preStop sleep, so requests on their way to it would be lost"),
				Complaint.when(grace <= sleep + SHUTDOWN,
						"has %d s to end, of which %d are asleep: too few for requests under way".formatted(grace,
								sleep)));
	}

	private static Stream<String> update(Rendering rendering, Workload workload) {
		Node strategy = workload.resource().at("spec.strategy");
		return Complaint.unless(strategy.at("type").text("RollingUpdate").equals("RollingUpdate")
				&& strategy.at("rollingUpdate.maxUnavailable").is(0) && strategy.at("rollingUpdate.maxSurge").is(1),
				"needs rollingUpdate with maxUnavailable: 0 and maxSurge: 1");
	}

}
