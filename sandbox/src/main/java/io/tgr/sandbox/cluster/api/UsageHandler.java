package io.tgr.sandbox.cluster.api;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import org.springframework.web.server.ResponseStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiAnswers;
import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.select.Selection;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Answers with usage, as a metrics server does.
 */
@Component
class UsageHandler {

	private static final String VERSION = "metrics.k8s.io/v1beta1";

	private final ObjectStore store;

	private final Usage usage;

	private final ApiAnswers answers;

	UsageHandler(ObjectStore store, Usage usage, ApiAnswers answers) {
		this.store = store;
		this.usage = usage;
		this.answers = answers;
	}

	Mono<ServerResponse> list(ServerRequest request) {
		RequestInfo info = require(request);
		Selection selection = Selection.of(info, ResourceType.PODS, request);
		ObjectNode list = JsonNodeFactory.instance.objectNode().put("kind", "PodMetricsList");
		list.put("apiVersion", VERSION).putObject("metadata");
		ArrayNode items = list.putArray("items");
		this.store.list(ResourceType.PODS)
			.objects()
			.stream()
			.filter(selection::matches)
			.filter(this.usage::known)
			.forEach((pod) -> items.add(this.usage.of(pod)));
		return this.answers.ok(list);
	}

	Mono<ServerResponse> get(ServerRequest request) {
		RequestInfo info = require(request);
		ObjectKey key = new ObjectKey(request.pathVariable("namespace"), request.pathVariable("name"));
		ObjectNode pod = this.store.find(ResourceType.PODS, key);
		if (pod == null || !this.usage.known(pod)) {
			throw ApiErrors
				.notFound(new RequestInfo(info.verb(), "", "v1", "pods", "", key.namespace(), key.name(), ""));
		}
		ObjectNode told = JsonNodeFactory.instance.objectNode().put("kind", "PodMetrics").put("apiVersion", VERSION);
		told.setAll(this.usage.of(pod));
		return this.answers.ok(told);
	}

	private RequestInfo require(ServerRequest request) {
		if (!this.usage.present()) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		return RequestInfo.of(request.exchange().getRequest());
	}

}
