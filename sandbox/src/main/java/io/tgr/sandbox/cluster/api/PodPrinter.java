package io.tgr.sandbox.cluster.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Looks at one container after the other.
 */
final class PodPrinter {

	private final JsonNode pod;

	private final JsonNode status;

	private String reason;

	private int ready;

	private int containers;

	private int restarts;

	private int sidecarRestarts;

	private @Nullable Instant lastRestart;

	private @Nullable Instant lastSidecarRestart;

	PodPrinter(JsonNode pod) {
		this.pod = pod;
		this.status = pod.path("status");
		this.containers = pod.path("spec").path("containers").size();
		String given = this.status.path("reason").asString("");
		this.reason = given.isEmpty() ? this.status.path("phase").asString("") : given;
	}

	PodProgress print() {
		for (JsonNode condition : this.status.path("conditions")) {
			if (condition.path("reason").asString("").equals("SchedulingGated")) {
				this.reason = "SchedulingGated";
			}
		}
		for (JsonNode container : this.pod.path("spec").path("initContainers")) {
			this.containers += restartable(container.path("name").asString("")) ? 1 : 0;
		}
		boolean initialising = initContainers();
		if (!initialising || PodProgress.condition(this.pod, "Initialized")) {
			containers();
		}
		return new PodProgress(this.reason, this.ready, this.containers, this.restarts, this.lastRestart);
	}

	private boolean initContainers() {
		int index = 0;
		for (JsonNode container : this.status.path("initContainerStatuses")) {
			boolean sidecar = restartable(container.path("name").asString(""));
			count(container, sidecar);
			boolean done = sidecar ? container.path("started").asBoolean(false)
					: container.path("state").path("terminated").path("exitCode").asInt(-1) == 0;
			if (!done) {
				this.reason = initReason(container.path("state"), index);
				return true;
			}
			this.ready += (sidecar && container.path("ready").asBoolean(false)) ? 1 : 0;
			index++;
		}
		return false;
	}

	private void count(JsonNode container, boolean sidecar) {
		int count = container.path("restartCount").asInt(0);
		Instant ended = ended(container);
		this.restarts += count;
		this.lastRestart = later(this.lastRestart, ended);
		if (sidecar) {
			this.sidecarRestarts += count;
			this.lastSidecarRestart = later(this.lastSidecarRestart, ended);
		}
	}

	private String initReason(JsonNode state, int index) {
		JsonNode terminated = state.path("terminated");
		String waiting = state.path("waiting").path("reason").asString("");
		if (terminated.isObject()) {
			return "Init:" + terminatedReason(terminated);
		}
		if (!waiting.isEmpty() && !waiting.equals("PodInitializing")) {
			return "Init:" + waiting;
		}
		return "Init:" + index + "/" + this.pod.path("spec").path("initContainers").size();
	}

	private void containers() {
		this.restarts = this.sidecarRestarts;
		this.lastRestart = this.lastSidecarRestart;
		boolean running = false;
		JsonNode statuses = this.status.path("containerStatuses");
		for (int i = statuses.size() - 1; i >= 0; i--) {
			JsonNode container = statuses.get(i);
			count(container, false);
			running |= look(container);
		}
		if (this.reason.equals("Completed") && running) {
			this.reason = PodProgress.condition(this.pod, "Ready") ? "Running" : "NotReady";
		}
	}

	private boolean look(JsonNode container) {
		JsonNode state = container.path("state");
		String waiting = state.path("waiting").path("reason").asString("");
		if (!waiting.isEmpty()) {
			this.reason = waiting;
		}
		else if (state.path("terminated").isObject()) {
			this.reason = terminatedReason(state.path("terminated"));
		}
		else if (state.path("running").isObject() && container.path("ready").asBoolean(false)) {
			this.ready++;
			return true;
		}
		return false;
	}

	private boolean restartable(String name) {
		return this.pod.path("spec")
			.path("initContainers")
			.values()
			.stream()
			.anyMatch((container) -> container.path("name").asString("").equals(name)
					&& container.path("restartPolicy").asString("").equals("Always"));
	}

	private static String terminatedReason(JsonNode terminated) {
		String given = terminated.path("reason").asString("");
		int signal = terminated.path("signal").asInt(0);
		return !given.isEmpty() ? given
				: (signal != 0) ? "Signal:" + signal : "ExitCode:" + terminated.path("exitCode").asInt(0);
	}

	private static @Nullable Instant ended(JsonNode container) {
		String ended = container.path("lastState").path("terminated").path("finishedAt").asString("");
		return ended.isEmpty() ? null : Instant.parse(ended);
	}

	private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		return (one == null || (other != null && other.isAfter(one))) ? other : one;
	}

}
