package io.tgr.sandbox.cluster.api;

import java.time.Instant;
import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * The cells of one pod.
 */
final class PodCells {

	private static final String NONE = "<none>";

	private final JsonNode pod;

	private final Instant now;

	private final PodProgress progress;

	PodCells(JsonNode pod, Instant now) {
		this.pod = pod;
		this.now = now;
		this.progress = PodProgress.of(pod);
	}

	List<String> texts() {
		JsonNode metadata = this.pod.path("metadata");
		JsonNode status = this.pod.path("status");
		return List.of(metadata.path("name").asString(""), this.progress.ready() + "/" + this.progress.containers(),
				status(), restarts(), ago(metadata.path("creationTimestamp")), orNone(status.path("podIP")),
				orNone(this.pod.path("spec").path("nodeName")), orNone(status.path("nominatedNodeName")), gates());
	}

	private String status() {
		if (!this.pod.path("metadata").has("deletionTimestamp")) {
			return this.progress.reason();
		}
		JsonNode status = this.pod.path("status");
		if (status.path("reason").asString("").equals("NodeLost")) {
			return "Unknown";
		}
		boolean over = status.path("phase").asString("").matches("Succeeded|Failed");
		return over ? this.progress.reason() : "Terminating";
	}

	private String restarts() {
		Instant last = this.progress.lastRestart();
		return (this.progress.restarts() == 0 || last == null) ? Integer.toString(this.progress.restarts())
				: this.progress.restarts() + " (" + Age.between(last, this.now) + " ago)";
	}

	private String ago(JsonNode since) {
		return since.asString("").isEmpty() ? "<unknown>" : Age.between(Instant.parse(since.asString("")), this.now);
	}

	private String gates() {
		JsonNode gates = this.pod.path("spec").path("readinessGates");
		if (gates.isEmpty()) {
			return NONE;
		}
		long met = gates.values()
			.stream()
			.filter((gate) -> PodProgress.condition(this.pod, gate.path("conditionType").asString("")))
			.count();
		return met + "/" + gates.size();
	}

	private static String orNone(JsonNode text) {
		return text.asString("").isEmpty() ? NONE : text.asString("");
	}

}
