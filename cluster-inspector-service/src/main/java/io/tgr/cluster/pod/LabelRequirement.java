package io.tgr.cluster.pod;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What a selector wants of one label.
 *
 * @param key the label's key
 * @param operator what it wants
 * @param values the values it names
 */
record LabelRequirement(String key, Operator operator, Set<String> values) {

	boolean matches(Map<String, String> labels) {
		String value = labels.get(this.key);
		return switch (this.operator) {
			case IN -> value != null && this.values.contains(value);
			case NOT_IN -> value == null || !this.values.contains(value);
			case EXISTS -> value != null;
			case DOES_NOT_EXIST -> value == null;
			case GREATER, LESS -> compares(value);
		};
	}

	private boolean compares(@Nullable String value) {
		Long number = (value != null) ? number(value) : null;
		Long limit = number(this.values.iterator().next());
		if (number == null || limit == null) {
			return false;
		}
		return (this.operator == Operator.GREATER) ? number > limit : number < limit;
	}

	static @Nullable Long number(String value) {
		try {
			return Long.valueOf(value);
		}
		catch (NumberFormatException ex) {
			return null;
		}
	}

	/**
	 * What can be wanted.
	 */
	enum Operator {

		IN, NOT_IN, EXISTS, DOES_NOT_EXIST, GREATER, LESS

	}

}
