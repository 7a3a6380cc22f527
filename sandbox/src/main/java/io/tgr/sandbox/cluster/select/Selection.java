package io.tgr.sandbox.cluster.select;

import org.jspecify.annotations.Nullable;
import org.springframework.web.reactive.function.server.ServerRequest;
import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;
import io.tgr.sandbox.cluster.request.RequestInfo;
import io.tgr.sandbox.cluster.store.ResourceType;

/** Which objects of a kind are asked for. */
public final class Selection {

	private final @Nullable String namespace;

	private final @Nullable String name;

	private final LabelSelector labels;

	private final FieldSelector fields;

	private Selection(@Nullable String namespace, @Nullable String name, LabelSelector labels, FieldSelector fields) {
		this.namespace = namespace;
		this.name = name;
		this.labels = labels;
		this.fields = fields;
	}

	/**
	 * Read the selectors of a request.
	 * @param info what is asked for
	 * @param type the kind asked for
	 * @param request the request
	 * @return the selection
	 */
	public static Selection of(RequestInfo info, ResourceType type, ServerRequest request) {
		try {
			return new Selection(type.namespaced() ? info.namespace() : null, info.name(),
					LabelSelector.parse(request.queryParam("labelSelector").orElse("")),
					FieldSelector.parse(type, request.queryParam("fieldSelector").orElse("")));
		}
		catch (SelectorException ex) {
			throw ApiErrors.badRequest(String.valueOf(ex.getMessage()));
		}
	}

	/**
	 * Whether selectors narrow it.
	 * @return {@code false} if it is a whole namespace or the whole cluster
	 */
	public boolean narrowed() {
		return !this.labels.requirements().isEmpty() || !this.fields.terms().isEmpty();
	}

	/**
	 * Whether an object is among them.
	 * @param object the object in question
	 * @return whether it is asked for
	 */
	public boolean matches(JsonNode object) {
		JsonNode metadata = object.path("metadata");
		return (this.namespace == null || this.namespace.equals(metadata.path("namespace").asString("")))
				&& (this.name == null || this.name.equals(metadata.path("name").asString("")))
				&& this.labels.matches(object) && this.fields.matches(object);
	}

}
