package io.tgr.sandbox.cluster.access;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.request.RequestInfo;

/**
 * Resources as kubectl has them: {@code pods/log}, {@code replicasets.apps}.
 */
final class ResourceName {

	private ResourceName() {
	}

	static String of(RequestInfo info) {
		return of(info.resource(), info.group(), info.subresource());
	}

	static String of(JsonNode attributes) {
		return of(attributes.path("resource").asString(""), attributes.path("group").asString(""),
				attributes.path("subresource").asString(""));
	}

	// A rule in the form of a rules review.
	static ObjectNode describe(Rule rule) {
		ObjectNode described = JsonNodeFactory.instance.objectNode();
		rule.verbs().forEach(described.putArray("verbs")::add);
		ArrayNode groups = described.putArray("apiGroups");
		rule.resources().stream().map(ResourceName::group).distinct().forEach(groups::add);
		ArrayNode resources = described.putArray("resources");
		rule.resources().stream().map(ResourceName::plural).distinct().forEach(resources::add);
		return described;
	}

	private static String of(String resource, String group, String subresource) {
		String name = group.isEmpty() ? resource : resource + "." + group;
		return subresource.isEmpty() ? name : name + "/" + subresource;
	}

	private static String group(String name) {
		int dot = name.indexOf('.');
		return name.equals("*") ? "*" : (dot < 0) ? "" : name.substring(dot + 1);
	}

	private static String plural(String name) {
		int dot = name.indexOf('.');
		return (dot < 0) ? name : name.substring(0, dot);
	}

}
