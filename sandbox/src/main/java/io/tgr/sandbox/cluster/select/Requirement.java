package io.tgr.sandbox.cluster.select;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a selector demands of one label.
 *
 * @param key the name of the label
 * @param operator how to compare
 * @param values what with
 */
record Requirement(String key, String operator, List<String> values) {

	static final String EXISTS = "exists";

	static final String ABSENT = "!";

	boolean matches(@Nullable String value) {
		return switch (this.operator) {
			case EXISTS -> value != null;
			case ABSENT -> value == null;
			case "=", "==", "in" -> value != null && this.values.contains(value);
			case "!=", "notin" -> value == null || !this.values.contains(value);
			case ">" -> compare(value) > 0;
			case "<" -> compare(value) < 0;
			default -> throw new IllegalStateException(this.operator);
		};
	}

	private int compare(@Nullable String value) {
		try {
			return (value != null) ? Long.compare(Long.parseLong(value), Long.parseLong(this.values.get(0))) : 0;
		}
		catch (NumberFormatException ex) {
			return 0;
		}
	}

}
