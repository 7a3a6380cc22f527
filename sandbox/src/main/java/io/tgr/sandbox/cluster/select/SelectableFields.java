package io.tgr.sandbox.cluster.select;

import java.util.List;
import java.util.Map;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * The fields that each kind may be selected by.
 */
final class SelectableFields {

	private static final List<String> COMMON = List.of("metadata.name", "metadata.namespace");

	private static final Map<ResourceType, List<String>> MORE = Map.of(ResourceType.PODS,
			List.of("spec.nodeName", "spec.restartPolicy", "spec.schedulerName", "spec.serviceAccountName",
					"spec.hostNetwork", "status.phase", "status.podIP", "status.podIPs", "status.nominatedNodeName"),
			ResourceType.EVENTS,
			List.of("involvedObject.kind", "involvedObject.namespace", "involvedObject.name", "involvedObject.uid",
					"involvedObject.apiVersion", "involvedObject.resourceVersion", "involvedObject.fieldPath", "reason",
					"reportingComponent", "source", "type"),
			ResourceType.NAMESPACES, List.of("status.phase"), ResourceType.NODES, List.of("spec.unschedulable"),
			ResourceType.JOBS, List.of("status.successful"));

	private SelectableFields() {
	}

	static void require(ResourceType type, String field) {
		if (!COMMON.contains(field) && !MORE.getOrDefault(type, List.of()).contains(field)) {
			throw new SelectorException(complaint(type, field));
		}
	}

	static String value(JsonNode object, String field) {
		JsonNode value = switch (field) {
			case "source" -> object.path("source").path("component");
			case "status.podIPs" -> object.path("status").path("podIP");
			case "status.successful" -> object.path("status").path("succeeded");
			case "spec.hostNetwork", "spec.unschedulable" -> flag(object, field);
			default -> object.at("/" + field.replace('.', '/'));
		};
		return (value.isMissingNode() && field.equals("status.successful")) ? "0" : value.asString("");
	}

	private static JsonNode flag(JsonNode object, String field) {
		boolean on = object.at("/" + field.replace('.', '/')).asBoolean(false);
		return StringNode.valueOf(Boolean.toString(on));
	}

	private static String complaint(ResourceType type, String field) {
		if (type.equals(ResourceType.JOBS)) {
			return "field label \"" + field + "\" not supported for Job";
		}
		return type.group().isEmpty() ? "field label not supported: " + field
				: "\"" + field + "\" is not a known field selector: only \"metadata.name\", \"metadata.namespace\"";
	}

}
