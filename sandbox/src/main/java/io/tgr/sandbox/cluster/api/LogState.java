package io.tgr.sandbox.cluster.api;

import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Whether a container has a log, in the kubelet's words.
 */
final class LogState {

	private LogState() {
	}

	static void require(JsonNode pod, String container, boolean previous) {
		JsonNode status = pod.path("status");
		String name = pod.path("metadata").path("name").asString("");
		Stream.of("initContainerStatuses", "containerStatuses")
			.flatMap((statuses) -> status.path(statuses).values().stream())
			.filter((known) -> known.path("name").asString("").equals(container))
			.findFirst()
			.ifPresent((known) -> require(known, name, container, previous));
	}

	private static void require(JsonNode status, String pod, String container, boolean previous) {
		boolean ended = status.path("lastState").has("terminated");
		if (previous && !ended) {
			throw ApiErrors
				.badRequest("previous terminated container \"" + container + "\" in pod \"" + pod + "\" not found");
		}
		JsonNode waiting = status.path("state").path("waiting");
		if (!waiting.isMissingNode() && !ended) {
			String reason = waiting.path("reason").asString("");
			String told = reason.matches("ErrImagePull") ? "image can't be pulled"
					: reason.equals("ImagePullBackOff") ? "trying and failing to pull image" : reason;
			throw ApiErrors
				.badRequest("container \"" + container + "\" in pod \"" + pod + "\" is waiting to start: " + told);
		}
	}

}
