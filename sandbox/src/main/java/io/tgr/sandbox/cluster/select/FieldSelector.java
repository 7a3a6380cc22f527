package io.tgr.sandbox.cluster.select;

import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import io.tgr.sandbox.cluster.store.ResourceType;

/**
 * Selects objects by some of their fields.
 *
 * @param terms all that must hold
 */
record FieldSelector(List<Term> terms) {

	static FieldSelector parse(ResourceType type, String text) {
		return new FieldSelector(Stream.of(text.split("(?<!\\\\),"))
			.filter((term) -> !term.isEmpty())
			.map((term) -> term(type, text, term))
			.toList());
	}

	boolean matches(JsonNode object) {
		return this.terms.stream().allMatch((term) -> term.matches(object));
	}

	private static Term term(ResourceType type, String text, String term) {
		int sign = term.indexOf('=');
		if (sign < 0) {
			throw new SelectorException("invalid selector: '" + text + "'; can't understand '" + term + "'");
		}
		boolean not = sign > 0 && term.charAt(sign - 1) == '!';
		String field = term.substring(0, not ? sign - 1 : sign);
		String value = term.substring(sign + (term.startsWith("==", sign) ? 2 : 1)).replaceAll("\\\\([\\\\,=])", "$1");
		SelectableFields.require(type, field);
		return new Term(field, not, value);
	}

	/**
	 * What is demanded of one field.
	 *
	 * @param field its path
	 * @param not whether it must differ
	 * @param value what it is compared with
	 */
	record Term(String field, boolean not, String value) {

		boolean matches(JsonNode object) {
			return this.not != SelectableFields.value(object, this.field).equals(this.value);
		}

	}

}
