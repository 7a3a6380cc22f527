package io.tgr.sandbox.cluster.store;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Gives objects what the API server gives them, in its order.
 */
final class Admission {

	private static final List<String> FIRST = List.of("name", "generateName", "namespace", "uid", "resourceVersion",
			"generation", "creationTimestamp", "deletionTimestamp", "deletionGracePeriodSeconds", "labels",
			"annotations", "ownerReferences", "finalizers");

	private final Clock clock;

	Admission(Clock clock) {
		this.clock = clock;
	}

	// The object as it is stored: a copy that nobody else has.
	ObjectNode admit(ResourceType type, ObjectNode object, @Nullable ObjectNode before) {
		ObjectNode metadata = (object.path("metadata") instanceof ObjectNode given) ? given.deepCopy()
				: JsonNodeFactory.instance.objectNode();
		ObjectNode known = (before != null) ? (ObjectNode) before.get("metadata") : null;
		if (metadata.path("name").asString("").isEmpty()) {
			throw new IllegalArgumentException("The object has no metadata.name");
		}
		settle(type, metadata, known);
		ObjectNode admitted = JsonNodeFactory.instance.objectNode().put("kind", type.kind());
		admitted.put("apiVersion", type.apiVersion());
		admitted.set("metadata", ordered(metadata));
		object.properties().forEach((entry) -> {
			if (!admitted.has(entry.getKey())) {
				admitted.set(entry.getKey(), entry.getValue().deepCopy());
			}
		});
		return admitted;
	}

	static void version(ObjectNode object, long version) {
		((ObjectNode) object.get("metadata")).put("resourceVersion", Long.toString(version));
	}

	private void settle(ResourceType type, ObjectNode metadata, @Nullable ObjectNode known) {
		if (!type.namespaced()) {
			metadata.remove("namespace");
		}
		else if (metadata.path("namespace").asString("").isEmpty()) {
			throw new IllegalArgumentException("The object has no metadata.namespace");
		}
		if (known != null) {
			metadata.set("resourceVersion", known.get("resourceVersion"));
			keep(metadata, known, "uid");
			keep(metadata, known, "creationTimestamp");
			return;
		}
		metadata.put("resourceVersion", "0");
		if (!metadata.has("uid")) {
			metadata.put("uid", UUID.randomUUID().toString());
		}
		if (!metadata.has("creationTimestamp")) {
			metadata.put("creationTimestamp", this.clock.instant().truncatedTo(ChronoUnit.SECONDS).toString());
		}
	}

	private static void keep(ObjectNode metadata, ObjectNode known, String field) {
		JsonNode value = known.get(field);
		if (!metadata.has(field) && value != null) {
			metadata.set(field, value);
		}
	}

	private static ObjectNode ordered(ObjectNode metadata) {
		ObjectNode ordered = JsonNodeFactory.instance.objectNode();
		FIRST.stream().filter(metadata::has).forEach((field) -> ordered.set(field, metadata.get(field)));
		metadata.properties().forEach((entry) -> ordered.set(entry.getKey(), entry.getValue()));
		return ordered;
	}

}
