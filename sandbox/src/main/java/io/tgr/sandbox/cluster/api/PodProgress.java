package io.tgr.sandbox.cluster.api;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How far a pod is, by the printer of the API server.
 *
 * @param reason its status in a word
 * @param ready how many containers are ready
 * @param containers how many there are
 * @param restarts how often they were restarted
 * @param lastRestart when the last of them ended
 */
record PodProgress(String reason, int ready, int containers, int restarts, @Nullable Instant lastRestart) {

	static PodProgress of(JsonNode pod) {
		return new PodPrinter(pod).print();
	}

	static boolean condition(JsonNode pod, String type) {
		return pod.path("status")
			.path("conditions")
			.values()
			.stream()
			.anyMatch((condition) -> condition.path("type").asString("").equals(type)
					&& condition.path("status").asString("").equals("True"));
	}

}
