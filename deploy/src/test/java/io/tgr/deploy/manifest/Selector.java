package io.tgr.deploy.manifest;

import java.util.Map;

/**
 * A label selector of the newer form, as a Deployment or a NetworkPolicy has it.
 *
 * @param node its part of the manifest; absent chooses nothing, empty chooses all
 */
public record Selector(Node node) {

	public boolean chooses(Map<String, String> labels) {
		return this.node.present() && labels.entrySet().containsAll(this.node.at("matchLabels").strings().entrySet())
				&& this.node.at("matchExpressions").items().allMatch((expression) -> holds(expression, labels));
	}

	public boolean choosesAll() {
		return this.node.present() && this.node.fields().isEmpty();
	}

	private static boolean holds(Node expression, Map<String, String> labels) {
		String key = expression.at("key").text();
		boolean in = expression.at("values").texts().contains(labels.getOrDefault(key, ""));
		return switch (expression.at("operator").text()) {
			case "Exists" -> labels.containsKey(key);
			case "DoesNotExist" -> !labels.containsKey(key);
			case "In" -> labels.containsKey(key) && in;
			case "NotIn" -> !in;
			default -> throw new IllegalArgumentException("Not an operator: " + expression);
		};
	}

}
