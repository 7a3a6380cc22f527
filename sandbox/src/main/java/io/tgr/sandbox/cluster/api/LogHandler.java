package io.tgr.sandbox.cluster.api;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.server.ServerRequest;
import org.springframework.web.reactive.function.server.ServerResponse;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.store.Logs;
import io.tgr.sandbox.cluster.store.ObjectKey;
import io.tgr.sandbox.cluster.store.ObjectStore;
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Answers with what a container wrote.
 */
@Component
class LogHandler {

	private final ObjectStore store;

	private final Logs logs;

	LogHandler(ObjectStore store, Logs logs) {
		this.store = store;
		this.logs = logs;
	}

	Mono<ServerResponse> log(RequestInfo info, ServerRequest request) {
		if (!info.ruled().equals("pods/log")) {
			throw ApiErrors.noSuchResource();
		}
		Integer tail = number(info, request, "tailLines", 0, "must be greater than or equal to 0");
		Integer bytes = number(info, request, "limitBytes", 1, "must be greater than 0");
		ObjectKey key = new ObjectKey(String.valueOf(info.namespace()), String.valueOf(info.name()));
		ObjectNode pod = this.store.find(ResourceType.PODS, key);
		if (pod == null) {
			throw ApiErrors.notFound(info);
		}
		String container = container(pod, request.queryParam("container").orElse(""));
		boolean previous = request.queryParam("previous").filter((text) -> text.matches("true|1")).isPresent();
		LogState.require(pod, container, previous);
		String text = this.logs.read(key, container, previous);
		return ServerResponse.ok()
			.contentType(MediaType.TEXT_PLAIN)
			.bodyValue(cut((text != null) ? text : "", tail, bytes));
	}

	private static @Nullable Integer number(RequestInfo info, ServerRequest request, String name, int least,
			String complaint) {
		String text = request.queryParam(name).orElse("");
		if (text.isEmpty()) {
			return null;
		}
		int number = Numbers.parse(text);
		if (number < least) {
			ObjectNode details = JsonNodeFactory.instance.objectNode()
				.put("name", info.name())
				.put("kind", "PodLogOptions");
			throw ApiErrors.invalid("PodLogOptions \"" + info.name() + "\"", details, name,
					"Invalid value: " + number + ": " + complaint);
		}
		return number;
	}

	private static String container(JsonNode pod, String asked) {
		String name = pod.path("metadata").path("name").asString("");
		List<String> containers = names(pod, "containers");
		List<String> init = names(pod, "initContainers");
		if (asked.isEmpty() && containers.size() > 1) {
			String more = init.isEmpty() ? "" : " or one of the init containers: [" + String.join(" ", init) + "]";
			throw ApiErrors.badRequest("a container name must be specified for pod " + name + ", choose one of: ["
					+ String.join(" ", containers) + "]" + more);
		}
		String container = asked.isEmpty() ? containers.get(0) : asked;
		if (Stream.concat(containers.stream(), init.stream()).noneMatch(container::equals)) {
			throw ApiErrors.badRequest("container " + container + " is not valid for pod " + name);
		}
		return container;
	}

	private static List<String> names(JsonNode pod, String containers) {
		return pod.path("spec")
			.path(containers)
			.values()
			.stream()
			.map((container) -> container.path("name").asString(""))
			.toList();
	}

	private static byte[] cut(String text, @Nullable Integer tail, @Nullable Integer limit) {
		String last = text;
		if (tail != null) {
			List<String> lines = text.lines().toList();
			last = String.join("\n", lines.subList(Math.max(0, lines.size() - tail), lines.size()));
			last = last.isEmpty() ? "" : last + "\n";
		}
		byte[] bytes = last.getBytes(StandardCharsets.UTF_8);
		return (limit != null && bytes.length > limit) ? Arrays.copyOf(bytes, limit) : bytes;
	}

}
