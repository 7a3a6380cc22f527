package io.tgr.sandbox.cluster.select;

import java.util.List;

import tools.jackson.databind.JsonNode;

/**
 * Selects objects by their labels.
 *
 * @param requirements all that must hold
 */
record LabelSelector(List<Requirement> requirements) {

	static LabelSelector parse(String text) {
		return new LabelSelector(new RequirementParser(text).parse());
	}

	boolean matches(JsonNode object) {
		JsonNode labels = object.path("metadata").path("labels");
		return this.requirements.stream().allMatch((requirement) -> {
			JsonNode value = labels.get(requirement.key());
			return requirement.matches((value != null) ? value.asString("") : null);
		});
	}

}
