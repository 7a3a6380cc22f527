package io.tgr.sandbox.cluster.life;

import java.time.Instant;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * The conditions of a pod, each with the time since which it is as it is.
 */
final class PodConditions {

	private final ObjectNode status;

	private final Instant now;

	PodConditions(ObjectNode status, Instant now) {
		this.status = status;
		this.now = now;
	}

	void set(String type, boolean holds, @Nullable String reason, @Nullable String message) {
		ArrayNode conditions = (this.status.path("conditions") instanceof ArrayNode known) ? known
				: this.status.putArray("conditions");
		ObjectNode condition = JsonNodeFactory.instance.objectNode().put("type", type).put("observedGeneration", 1);
		condition.put("status", holds ? "True" : "False").putNull("lastProbeTime");
		condition.put("lastTransitionTime", since(conditions, condition));
		if (reason != null) {
			condition.put("reason", reason);
		}
		if (message != null) {
			condition.put("message", message);
		}
		conditions.removeIf((before) -> isOf(before, type));
		conditions.add(condition);
	}

	private String since(ArrayNode conditions, ObjectNode condition) {
		return conditions.values()
			.stream()
			.filter((before) -> isOf(before, condition.path("type").asString(""))
					&& before.path("status").equals(condition.get("status")))
			.map((before) -> before.path("lastTransitionTime").asString(""))
			.findFirst()
			.orElseGet(() -> Cluster.time(this.now));
	}

	private static boolean isOf(JsonNode condition, String type) {
		return condition.path("type").asString("").equals(type);
	}

}
