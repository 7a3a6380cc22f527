package io.tgr.sandbox.cluster.life;

import java.time.Instant;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status of a pod, as scheduler and kubelet write it.
 */
final class PodStatus {

	private final ObjectNode pod;

	private final ObjectNode status;

	private final Instant now;

	PodStatus(ObjectNode pod, Instant now) {
		this.pod = pod;
		this.status = (ObjectNode) pod.get("status");
		this.now = now;
	}

	void unschedulable(String message) {
		condition("PodScheduled", false, "Unschedulable", message);
	}

	void scheduled(String node) {
		((ObjectNode) this.pod.get("spec")).put("nodeName", node);
		condition("PodScheduled", true, null, null);
	}

	void creating(String host) {
		this.status.put("observedGeneration", 1).put("hostIP", host);
		this.status.putArray("hostIPs").addObject().put("ip", host);
		this.status.put("startTime", Cluster.time(this.now));
		boolean init = this.pod.path("spec").has("initContainers");
		condition("PodReadyToStartContainers", false, null, null);
		condition("Initialized", !init, init ? "ContainersNotInitialized" : null,
				init ? "containers with incomplete status: " + names("initContainers") : null);
		unready();
		statuses("initContainers", "PodInitializing");
		statuses("containers", init ? "PodInitializing" : "ContainerCreating");
	}

	void started(String address) {
		this.status.put("phase", "Running");
		sandboxed(address);
		condition("Initialized", true, null, null);
		for (JsonNode container : this.status.path("initContainerStatuses")) {
			initialise((ObjectNode) container);
		}
		this.status.path("containerStatuses").forEach((container) -> run((ObjectNode) container, false));
	}

	void sandboxed(String address) {
		this.status.put("podIP", address);
		this.status.putArray("podIPs").addObject().put("ip", address);
		condition("PodReadyToStartContainers", true, null, null);
	}

	void ready() {
		condition("Ready", true, null, null);
		condition("ContainersReady", true, null, null);
		this.status.path("containerStatuses").forEach((container) -> ((ObjectNode) container).put("ready", true));
	}

	void waiting(String reason, String message) {
		state(first(), "waiting").put("reason", reason).put("message", message);
		first().put("ready", false).put("started", false);
		unready();
	}

	// The container ended; what it was running is told by its state.
	void ended(int code, String reason, Instant startedAt) {
		ObjectNode container = first().put("ready", false).put("started", false);
		ObjectNode terminated = state(container, "terminated").put("exitCode", code).put("reason", reason);
		terminated.put("startedAt", Cluster.time(startedAt)).put("finishedAt", Cluster.time(this.now));
		terminated.put("containerID", container.path("containerID").asString(""));
		unready();
	}

	void backedOff(String message) {
		JsonNode terminated = first().path("state").path("terminated");
		ObjectNode last = first().putObject("lastState");
		if (terminated.isObject()) {
			last.set("terminated", terminated);
		}
		waiting("CrashLoopBackOff", message);
	}

	void restarted() {
		ObjectNode container = first();
		container.put("restartCount", container.path("restartCount").asInt(0) + 1);
		run(container, false);
	}

	void completed(Instant startedAt) {
		ended(0, "Completed", startedAt);
		this.status.put("phase", "Succeeded");
		condition("PodReadyToStartContainers", false, null, null);
		condition("Initialized", true, "PodCompleted", null);
		condition("Ready", false, "PodCompleted", null);
		condition("ContainersReady", false, "PodCompleted", null);
	}

	void terminating() {
		long grace = this.pod.path("spec").path("terminationGracePeriodSeconds").asLong(30);
		((ObjectNode) this.pod.get("metadata")).put("deletionTimestamp", Cluster.time(this.now.plusSeconds(grace)))
			.put("deletionGracePeriodSeconds", grace);
	}

	private void initialise(ObjectNode container) {
		String name = container.path("name").asString("");
		boolean sidecar = this.pod.path("spec")
			.path("initContainers")
			.values()
			.stream()
			.anyMatch((spec) -> spec.path("name").asString("").equals(name) && spec.has("restartPolicy"));
		run(container, sidecar);
		if (!sidecar) {
			ObjectNode ended = state(container.put("ready", true).put("started", false), "terminated");
			ended.put("exitCode", 0).put("reason", "Completed").put("startedAt", Cluster.time(this.now));
			ended.put("finishedAt", Cluster.time(this.now))
				.put("containerID", container.path("containerID").asString(""));
		}
	}

	private void run(ObjectNode container, boolean ready) {
		state(container, "running").put("startedAt", Cluster.time(this.now));
		String id = UUID.randomUUID().toString().replace("-", "");
		container.put("ready", ready).put("started", true).put("containerID", "containerd://" + id + id);
		container.put("imageID",
				"sha256:" + "0".repeat(56) + String.format("%08x", container.path("image").asString("").hashCode()));
	}

	private void statuses(String containers, String reason) {
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

	private void unready() {
		String message = "containers with unready status: " + names("containers");
		condition("Ready", false, "ContainersNotReady", message);
		condition("ContainersReady", false, "ContainersNotReady", message);
	}

	private String names(String containers) {
		return this.pod.path("spec")
			.path(containers)
			.values()
			.stream()
			.map((container) -> container.path("name").asString(""))
			.toList()
			.toString()
			.replace(",", "");
	}

	private ObjectNode first() {
		return (ObjectNode) this.status.path("containerStatuses").get(0);
	}

	private static ObjectNode state(ObjectNode container, String state) {
		return container.putObject("state").putObject(state);
	}

	private void condition(String type, boolean holds, @Nullable String reason, @Nullable String message) {
		ArrayNode conditions = (this.status.path("conditions") instanceof ArrayNode known) ? known
				: this.status.putArray("conditions");
		ObjectNode condition = JsonNodeFactory.instance.objectNode().put("type", type).put("observedGeneration", 1);
		condition.put("status", holds ? "True" : "False").putNull("lastProbeTime");
		String since = Cluster.time(this.now);
		for (int i = 0; i < conditions.size(); i++) {
			JsonNode before = conditions.get(i);
			if (before.path("type").asString("").equals(type)) {
				since = before.path("status").equals(condition.get("status"))
						? before.path("lastTransitionTime").asString("") : since;
				conditions.remove(i--);
			}
		}
		condition.put("lastTransitionTime", since);
		if (reason != null) {
			condition.put("reason", reason);
		}
		if (message != null) {
			condition.put("message", message);
		}
		conditions.add(condition);
	}

}
