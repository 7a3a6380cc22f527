package io.tgr.sandbox.cluster.api;

import java.time.Clock;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Pods as kubectl prints them.
 */
@Component
class Tables {

	private static final String[] COLUMNS = { "Name", "Ready", "Status", "Restarts", "Age", "IP", "Node",
			"Nominated Node", "Readiness Gates" };

	private static final int WIDE = 5;

	private final Clock clock;

	Tables(Clock clock) {
		this.clock = clock;
	}

	static boolean wanted(ResourceType type, ServerRequest request) {
		String accept = String.join(",", request.headers().header("Accept"));
		return type.equals(ResourceType.PODS) && accept.matches("[^,]*as=Table[^,]*v=v1;.*");
	}

	ObjectNode table(Lists.Chunk chunk) {
		ObjectNode table = JsonNodeFactory.instance.objectNode().put("kind", "Table");
		table.put("apiVersion", "meta.k8s.io/v1").set("metadata", chunk.metadata());
		ArrayNode columns = table.putArray("columnDefinitions");
		for (int i = 0; i < COLUMNS.length; i++) {
			columns.addObject()
				.put("name", COLUMNS[i])
				.put("type", "string")
				.put("format", (i == 0) ? "name" : "")
				.put("description", "")
				.put("priority", (i < WIDE) ? 0 : 1);
		}
		ArrayNode rows = table.putArray("rows");
		chunk.objects().forEach((pod) -> row(rows.addObject(), pod));
		return table;
	}

	private void row(ObjectNode row, ObjectNode pod) {
		new PodCells(pod, this.clock.instant()).texts().forEach(row.putArray("cells")::add);
		ObjectNode object = row.putObject("object").put("kind", "PartialObjectMetadata");
		object.put("apiVersion", "meta.k8s.io/v1").set("metadata", pod.path("metadata"));
	}

}
