package io.tgr.sandbox.cluster.api;

import java.util.List;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiAnswers;
import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Answers with objects: one, or a list.
 */
@Component
class ObjectHandler {

	private final ObjectStore store;

	private final Lists lists;

	private final Tables tables;

	private final ApiAnswers answers;

	ObjectHandler(ObjectStore store, Lists lists, Tables tables, ApiAnswers answers) {
		this.store = store;
		this.lists = lists;
		this.tables = tables;
		this.answers = answers;
	}

	Mono<ServerResponse> get(RequestInfo info, ResourceType type, ServerRequest request) {
		String namespace = (type.namespaced() && info.namespace() != null) ? info.namespace() : "";
		ObjectNode object = this.store.find(type, new ObjectKey(namespace, String.valueOf(info.name())));
		if (object == null) {
			throw ApiErrors.notFound(info);
		}
		if (Tables.wanted(type, request)) {
			String version = object.path("metadata").path("resourceVersion").asString("");
			ObjectNode metadata = JsonNodeFactory.instance.objectNode().put("resourceVersion", version);
			return this.answers.ok(this.tables.table(new Lists.Chunk(metadata, List.of(object))));
		}
		return this.answers.ok(object);
	}

	Mono<ServerResponse> list(RequestInfo info, ResourceType type, ServerRequest request) {
		Lists.Chunk chunk = this.lists.chunk(ListRequest.of(info, type, request));
		if (Tables.wanted(type, request)) {
			return this.answers.ok(this.tables.table(chunk));
		}
		ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", type.kind() + "List");
		list.put("apiVersion", type.apiVersion()).set("metadata", chunk.metadata());
		ArrayNode items = list.putArray("items");
		chunk.objects().forEach((object) -> items.add(item(object)));
		return this.answers.ok(list);
	}

	// What the list says of all its items, they do not say again.
	private static ObjectNode item(ObjectNode object) {
		ObjectNode item = JsonNodeFactory.instance.objectNode();
		item.setAll(object);
		item.remove("kind");
		item.remove("apiVersion");
		return item;
	}

}
