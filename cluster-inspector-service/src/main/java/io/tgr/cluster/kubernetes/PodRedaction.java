package io.tgr.cluster.kubernetes;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Takes out of the API server's own pod what nobody is to see: the values of environment
 * variables and of HTTP headers, last words of containers, which may be a piece of a log,
 * and the copies of all that in annotations. Everything else stays as it is.
 */
final class PodRedaction {

	private static final Set<String> VALUES = Set.of("env", "httpHeaders");

	private static final String MESSAGE = "message";

	private static final Set<String> TEXTS = Set.of("command", "args");

	private final EnvironmentValues environment;

	private PodRedaction(EnvironmentValues environment) {
		this.environment = environment;
	}

	static void apply(JsonNode pod) {
		List<String> values = new ArrayList<>();
		for (JsonNode variable : pod.findValues("env")) {
			variable.forEach((entry) -> values.add(entry.path("value").asString("")));
		}
		PodRedaction redaction = new PodRedaction(new EnvironmentValues(values));
		redaction.redactMetadata(pod.path("metadata"));
		redaction.redact(pod.path("spec"));
		redaction.redact(pod.path("status"));
	}

	private void redactMetadata(JsonNode metadata) {
		if (metadata instanceof ObjectNode object) {
			object.remove("managedFields");
		}
		if (metadata.path("annotations") instanceof ObjectNode annotations) {
			annotations.remove("kubectl.kubernetes.io/last-applied-configuration");
			annotations.removeIf((annotation) -> this.environment.in(annotation.asString("")));
		}
	}

	private void redact(JsonNode node) {
		if (node instanceof ObjectNode object) {
			for (String name : List.copyOf(object.propertyNames())) {
				JsonNode child = object.get(name);
				if (VALUES.contains(name)) {
					child.forEach(PodRedaction::withholdValue);
				}
				else if (TEXTS.contains(name)) {
					object.set(name, texts(child, this.environment::mask));
				}
				else if (MESSAGE.equals(name)) {
					object.set(name, texts(child, (text) -> EventMessages.withoutCommand(this.environment.mask(text))));
				}
				else {
					if ("terminated".equals(name) && child.has(MESSAGE)) {
						withhold(child, MESSAGE);
					}
					redact(child);
				}
			}
		}
		else {
			node.forEach(this::redact);
		}
	}

	private static void withholdValue(JsonNode entry) {
		if (entry.path("value").isString() && !entry.path("value").asString().isEmpty()) {
			withhold(entry, "value");
		}
	}

	private static void withhold(JsonNode node, String name) {
		((ObjectNode) node).put(name, EnvironmentValues.WITHHELD);
	}

	private static JsonNode texts(JsonNode node, UnaryOperator<String> change) {
		if (node instanceof ArrayNode array) {
			for (int index = 0; index < array.size(); index++) {
				array.set(index, texts(array.get(index), change));
			}
			return array;
		}
		return (node.isString()) ? StringNode.valueOf(change.apply(node.asString())) : node;
	}

}
