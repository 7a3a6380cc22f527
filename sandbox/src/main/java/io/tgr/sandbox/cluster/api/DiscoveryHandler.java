package io.tgr.sandbox.cluster.api;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

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
import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Tells what is served.
 */
@Component
class DiscoveryHandler {

	private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

	private static final List<String> REVIEWS = List.of("authentication.k8s.io/v1", "authorization.k8s.io/v1");

	private final Usage usage;

	private final ApiAnswers answers;

	DiscoveryHandler(Usage usage, ApiAnswers answers) {
		this.usage = usage;
		this.answers = answers;
	}

	Mono<ServerResponse> version(ServerRequest request) {
		return this.answers.ok(NODES.objectNode()
			.put("major", "1")
			.put("minor", "34")
			.put("gitVersion", "v1.34.4")
			.put("gitCommit", "0000000000000000000000000000000000000000")
			.put("gitTreeState", "clean")
			.put("buildDate", "1970-01-01T00:00:00Z")
			.put("goVersion", "none")
			.put("compiler", "none")
			.put("platform", "tgr/sandbox"));
	}

	Mono<ServerResponse> versions(ServerRequest request) {
		ObjectNode versions = NODES.objectNode().put("kind", "APIVersions");
		versions.putArray("versions").add("v1");
		String host = request.uri().getAuthority();
		versions.putArray("serverAddressByClientCIDRs")
			.addObject()
			.put("clientCIDR", "0.0.0.0/0")
			.put("serverAddress", host);
		return this.answers.ok(versions);
	}

	Mono<ServerResponse> groups(ServerRequest request) {
		ObjectNode list = NODES.objectNode().put("kind", "APIGroupList").put("apiVersion", "v1");
		ArrayNode groups = list.putArray("groups");
		served().forEach((version) -> describe(groups.addObject(), version));
		return this.answers.ok(list);
	}

	Mono<ServerResponse> group(ServerRequest request) {
		String name = request.pathVariable("group");
		String version = served().filter((known) -> known.startsWith(name + "/"))
			.findFirst()
			.orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
		ObjectNode group = NODES.objectNode().put("kind", "APIGroup").put("apiVersion", "v1");
		describe(group, version);
		return this.answers.ok(group);
	}

	Mono<ServerResponse> resources(ServerRequest request) {
		String version = request.path().replaceFirst("^/apis?/", "").replaceFirst("/$", "");
		if (!version.equals("v1") && served().noneMatch(version::equals)) {
			throw new ResponseStatusException(HttpStatus.NOT_FOUND);
		}
		ObjectNode list = NODES.objectNode().put("kind", "APIResourceList");
		if (!version.equals("v1")) {
			list.put("apiVersion", "v1");
		}
		ArrayNode resources = list.put("groupVersion", version).putArray("resources");
		ResourceType.ALL.stream()
			.filter((type) -> type.apiVersion().equals(version))
			.forEach((type) -> describe(resources.addObject(), type));
		switch (version) {
			case "v1" -> resource(resources, "pods/log", "", true, "Pod", "get");
			case "metrics.k8s.io/v1beta1" -> resource(resources, "pods", "", true, "PodMetrics", "get", "list");
			case "authentication.k8s.io/v1" -> review(resources, "TokenReview");
			case "authorization.k8s.io/v1" ->
				Stream.of("SelfSubjectAccessReview", "SelfSubjectRulesReview", "SubjectAccessReview")
					.forEach((kind) -> review(resources, kind));
			default -> {
			}
		}
		return this.answers.ok(list);
	}

	private Stream<String> served() {
		Stream<String> metrics = this.usage.present() ? Stream.of("metrics.k8s.io/v1beta1") : Stream.empty();
		Stream<String> objects = ResourceType.ALL.stream()
			.filter((type) -> !type.group().isEmpty())
			.map(ResourceType::apiVersion)
			.distinct();
		return Stream.of(objects, REVIEWS.stream(), metrics).flatMap((versions) -> versions);
	}

	private static void describe(ObjectNode group, String groupVersion) {
		String[] parts = groupVersion.split("/");
		group.put("name", parts[0]);
		group.putArray("versions").addObject().put("groupVersion", groupVersion).put("version", parts[1]);
		group.putObject("preferredVersion").put("groupVersion", groupVersion).put("version", parts[1]);
	}

	private static void describe(ObjectNode resource, ResourceType type) {
		resource.put("name", type.plural())
			.put("singularName", type.kind().toLowerCase(Locale.ROOT))
			.put("namespaced", type.namespaced())
			.put("kind", type.kind());
		resource.putArray("verbs").add("get").add("list").add("watch");
		if (!type.shortNames().isEmpty()) {
			type.shortNames().forEach(resource.putArray("shortNames")::add);
		}
	}

	private static void review(ArrayNode resources, String kind) {
		String singular = kind.toLowerCase(Locale.ROOT);
		resource(resources, singular + "s", singular, false, kind, "create");
	}

	private static void resource(ArrayNode resources, String name, String singular, boolean namespaced, String kind,
			String... verbs) {
		ObjectNode resource = resources.addObject()
			.put("name", name)
			.put("singularName", singular)
			.put("namespaced", namespaced)
			.put("kind", kind);
		List.of(verbs).forEach(resource.putArray("verbs")::add);
	}

}
