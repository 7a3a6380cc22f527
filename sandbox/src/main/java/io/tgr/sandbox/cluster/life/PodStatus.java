package io.tgr.sandbox.cluster.life;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The status of a pod, as scheduler and kubelet write it.
 */
final class PodStatus {

	private final ObjectNode pod;

	private final ObjectNode status;

	private final Instant now;

	private final PodConditions conditions;

	private final ContainerStates containers;

	PodStatus(ObjectNode pod, Instant now) {
		this.pod = pod;
		this.status = (ObjectNode) pod.get("status");
		this.now = now;
		this.conditions = new PodConditions(this.status, now);
		this.containers = new ContainerStates(pod, now);
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
		this.containers.create("initContainers", "PodInitializing");
		this.containers.create("containers", init ? "PodInitializing" : "ContainerCreating");
	}

	void started(String address) {
		this.status.put("phase", "Running");
		sandboxed(address);
		condition("Initialized", true, null, null);
		for (JsonNode container : this.status.path("initContainerStatuses")) {
			this.containers.initialise((ObjectNode) container);
		}
		this.status.path("containerStatuses").forEach((container) -> this.containers.run((ObjectNode) container));
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
		ContainerStates.state(first(), "waiting").put("reason", reason).put("message", message);
		first().put("ready", false).put("started", false);
		unready();
	}

	// The container ended; what it was running is told by its state.
	void ended(int code, String reason, Instant startedAt) {
		ObjectNode container = first().put("ready", false).put("started", false);
		ObjectNode terminated = ContainerStates.state(container, "terminated")
			.put("exitCode", code)
			.put("reason", reason);
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
		this.containers.run(container);
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

	private void condition(String type, boolean holds, @Nullable String reason, @Nullable String message) {
		this.conditions.set(type, holds, reason, message);
	}

}
