package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.UUID;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The statuses of the containers of a pod.
 */
final class ContainerStates {

	private final ObjectNode pod;

	private final ObjectNode status;

	private final Instant now;

	ContainerStates(ObjectNode pod, Instant now) {
		this.pod = pod;
		this.status = (ObjectNode) pod.get("status");
		this.now = now;
	}

	void create(String containers, String reason) {
		if (!this.pod.path("spec").has(containers)) {
			return;
		}
		ArrayNode statuses = this.status.putArray(containers.replace("ontainers", "ontainerStatuses"));
		for (JsonNode spec : this.pod.path("spec").path(containers)) {
			ObjectNode container = statuses.addObject().put("name", spec.path("name").asString(""));
			container.putObject("state").putObject("waiting").put("reason", reason);
			container.putObject("lastState");
			container.put("ready", false).put("restartCount", 0).put("image", spec.path("image").asString(""));
			container.put("imageID", "").put("started", false).set("resources", spec.path("resources").deepCopy());
			container.putArray("volumeMounts")
				.add(((ObjectNode) spec.path("volumeMounts").get(0).deepCopy()).put("recursiveReadOnly", "Disabled"));
		}
	}

	void initialise(ObjectNode container) {
		String name = container.path("name").asString("");
		boolean sidecar = this.pod.path("spec")
			.path("initContainers")
			.values()
			.stream()
			.anyMatch((spec) -> spec.path("name").asString("").equals(name) && spec.has("restartPolicy"));
		run(container);
		container.put("ready", sidecar);
		if (!sidecar) {
			ObjectNode ended = state(container.put("ready", true).put("started", false), "terminated");
			ended.put("exitCode", 0).put("reason", "Completed").put("startedAt", Cluster.time(this.now));
			ended.put("finishedAt", Cluster.time(this.now))
				.put("containerID", container.path("containerID").asString(""));
		}
	}

	void run(ObjectNode container) {
		state(container, "running").put("startedAt", Cluster.time(this.now));
		String id = UUID.randomUUID().toString().replace("-", "");
		container.put("ready", false).put("started", true).put("containerID", "containerd://" + id + id);
		container.put("imageID",
				"sha256:" + "0".repeat(56) + String.format("%08x", container.path("image").asString("").hashCode()));
	}

	static ObjectNode state(ObjectNode container, String state) {
		return container.putObject("state").putObject(state);
	}

}
