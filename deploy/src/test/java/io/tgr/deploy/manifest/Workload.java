package io.tgr.deploy.manifest;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A resource that makes pods.
 *
 * @param resource the resource
 * @param template metadata and spec of its pods
 */
public record Workload(Resource resource, Node template) {

	private static final Set<String> WITH_TEMPLATE = Set.of("Deployment", "StatefulSet", "DaemonSet", "ReplicaSet",
			"Job");

	static Stream<Workload> of(Resource resource) {
		if (WITH_TEMPLATE.contains(resource.kind())) {
			return Stream.of(new Workload(resource, resource.at("spec.template")));
		}
		return switch (resource.kind()) {
			case "CronJob" -> Stream.of(new Workload(resource, resource.at("spec.jobTemplate.spec.template")));
			case "Pod" -> Stream.of(new Workload(resource, resource.body()));
			default -> Stream.empty();
		};
	}

	public String namespace() {
		return this.resource.namespace();
	}

	public String name() {
		return this.resource.name();
	}

	public Map<String, String> labels() {
		return this.template.at("metadata.labels").strings();
	}

	public boolean has(Map<String, String> labels) {
		return labels().entrySet().containsAll(labels.entrySet());
	}

	/**
	 * The component or service that it is, whatever its name was prefixed with.
	 * @return the label that says so
	 */
	public String application() {
		return labels().getOrDefault("app.kubernetes.io/name", "");
	}

	public Node spec() {
		return this.template.at("spec");
	}

	/**
	 * All containers, those that prepare the pod included.
	 * @return the containers
	 */
	public Stream<Container> containers() {
		return Stream.of("initContainers", "containers", "ephemeralContainers")
			.flatMap((list) -> spec().at(list).items())
			.map((container) -> new Container(this, container));
	}

	/**
	 * The containers that serve for as long as the pod lives.
	 * @return the containers
	 */
	public Stream<Container> servers() {
		return spec().at("containers").items().map((container) -> new Container(this, container));
	}

	/**
	 * The number of a container's port.
	 * @param nameOrNumber as a Service or a probe gives it
	 * @return the number, 0 if no container has it
	 */
	public int port(Node nameOrNumber) {
		return servers().map((container) -> container.port(nameOrNumber))
			.filter((port) -> port > 0)
			.findFirst()
			.orElse(0);
	}

	public List<Node> volumes() {
		return spec().at("volumes").items().toList();
	}

	/**
	 * Names of the volumes that a StatefulSet has made for each of its pods.
	 * @return the names
	 */
	public Stream<Node> claims() {
		return this.resource.at("spec.volumeClaimTemplates").items().map((claim) -> claim.at("metadata.name"));
	}

	@Override
	public String toString() {
		return this.resource.toString();
	}

}
