package io.tgr.sandbox.cluster.access;

import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.answer.ApiErrors;

/**
 * Tells what somebody may do.
 */
@Component
class AccessReviews {

	private final Accounts accounts;

	AccessReviews(Accounts accounts) {
		this.accounts = accounts;
	}

	void reviewSubject(ObjectNode review) {
		JsonNode spec = review.path("spec");
		String user = spec.path("user").asString("");
		List<String> groups = TokenReviews.texts(spec.path("groups"));
		if (user.isEmpty() && groups.isEmpty()) {
			throw invalid("spec.user", "Invalid value: \"\": at least one of user or group must be specified");
		}
		decide(review, user, groups);
	}

	void reviewSelf(ObjectNode review, Account caller) {
		decide(review, caller.user(), caller.groups());
	}

	void reviewRules(ObjectNode review, Account caller) {
		String namespace = review.path("spec").path("namespace").asString("");
		if (namespace.isEmpty()) {
			throw ApiErrors.badRequest("no namespace on request");
		}
		review.putObject("spec");
		ObjectNode status = review.putObject("status");
		ArrayNode rules = status.putArray("resourceRules");
		Rights rights = this.accounts.rights();
		rights.basic().forEach((rule) -> rules.add(ResourceName.describe(rule)));
		rights.of(caller.user(), namespace).forEach((rule) -> rules.add(ResourceName.describe(rule)));
		if (caller.groups().contains("system:masters")) {
			rules.add(ResourceName.describe(Rule.of("*", "*")));
		}
		status.putArray("nonResourceRules");
		status.put("incomplete", false);
	}

	private void decide(ObjectNode review, String user, List<String> groups) {
		JsonNode asked = review.path("spec").path("resourceAttributes");
		boolean path = review.path("spec").has("nonResourceAttributes");
		if (asked.isObject() == path) {
			throw invalid("spec.resourceAttributes", "Invalid value: null: exactly one of nonResourceAttributes or"
					+ " resourceAttributes must be specified");
		}
		boolean allowed = path ? groups.contains("system:masters") : allowed(asked, user, groups);
		ObjectNode status = review.putObject("status").put("allowed", allowed);
		if (allowed && !groups.contains("system:masters")) {
			status.put("reason", "RBAC: allowed by the sandbox's table for User \"" + user + "\"");
		}
	}

	private boolean allowed(JsonNode asked, String user, List<String> groups) {
		String namespace = asked.path("namespace").asString("");
		return this.accounts.rights()
			.allow(user, groups, asked.path("verb").asString(""), ResourceName.of(asked), namespace(namespace));
	}

	private static @Nullable String namespace(String namespace) {
		return namespace.isEmpty() ? null : namespace;
	}

	private static RuntimeException invalid(String field, String complaint) {
		ObjectNode details = JsonNodeFactory.instance.objectNode().put("group", "authorization.k8s.io");
		return ApiErrors.invalid(".authorization.k8s.io \"\"", details, field, complaint);
	}

}
