package io.tgr.sandbox.cluster.watch;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.select.Selection;
import io.tgr.sandbox.cluster.store.Change;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * What a watch is told.
 */
final class WatchEvents {

	private static final JsonMapper JSON = JsonMapper.shared();

	private static final String TEMPLATE = "{\"metadata\":{},\"spec\":{\"containers\":null}}";

	private WatchEvents() {
	}

	static ObjectNode of(String type, JsonNode object) {
		ObjectNode event = JsonNodeFactory.instance.objectNode().put("type", type);
		event.set("object", object);
		return event;
	}

	// A change as seen by a selection; nothing if it is none of its objects.
	static @Nullable ObjectNode of(Change change, Selection selection) {
		ObjectNode before = selected(change.before(), selection);
		ObjectNode after = selected(change.after(), selection);
		if (after != null) {
			return of((before != null) ? "MODIFIED" : "ADDED", after);
		}
		return (before != null) ? of("DELETED", at(before, change.version())) : null;
	}

	// Tells of a version, so that a watch can go on from there.
	static ObjectNode bookmark(ResourceType type, long version, boolean initial) {
		ObjectNode object = JsonNodeFactory.instance.objectNode().put("kind", type.kind());
		ObjectNode metadata = object.put("apiVersion", type.apiVersion()).putObject("metadata");
		metadata.put("resourceVersion", Long.toString(version));
		if (initial) {
			metadata.putObject("annotations").put("k8s.io/initial-events-end", "true");
		}
		object.setAll((ObjectNode) JSON.readTree(empty(type)));
		return of("BOOKMARK", object);
	}

	// The rest of a bookmark's object is what an empty object of its kind looks like.
	private static String empty(ResourceType type) {
		return switch (type.kind()) {
			case "Pod" -> "{\"spec\":{\"containers\":null},\"status\":{}}";
			case "Event" -> "{\"involvedObject\":{},\"source\":{},\"firstTimestamp\":null,\"lastTimestamp\":null,"
					+ "\"eventTime\":null,\"reportingComponent\":\"\",\"reportingInstance\":\"\"}";
			case "ReplicaSet" -> "{\"spec\":{\"replicas\":0,\"selector\":null,\"template\":" + TEMPLATE
					+ "},\"status\":{\"replicas\":0}}";
			case "Deployment" -> "{\"spec\":{\"replicas\":0,\"selector\":null,\"template\":" + TEMPLATE
					+ ",\"strategy\":{}},\"status\":{}}";
			case "Job" -> "{\"spec\":{\"template\":" + TEMPLATE + "},\"status\":{}}";
			case "CronJob" -> "{\"spec\":{\"schedule\":\"\",\"jobTemplate\":{\"metadata\":{},\"spec\":{\"template\":"
					+ TEMPLATE + "}}},\"status\":{}}";
			default -> "{\"spec\":{},\"status\":{}}";
		};
	}

	private static @Nullable ObjectNode selected(@Nullable ObjectNode object, Selection selection) {
		return (object != null && selection.matches(object)) ? object : null;
	}

	private static ObjectNode at(ObjectNode object, long version) {
		ObjectNode copy = object.deepCopy();
		((ObjectNode) copy.get("metadata")).put("resourceVersion", Long.toString(version));
		return copy;
	}

}
