package io.tgr.cluster.pod;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.tgr.common.web.InvalidParameterException;

/**
 * Reads label selectors by the grammar of the API server, and refuses what it refuses in
 * its words.
 */
final class LabelSelectorParser {

	private final String selector;

	private final List<LabelSelectorToken> tokens;

	private int at;

	LabelSelectorParser(String selector) {
		this.selector = selector;
		this.tokens = LabelSelectorToken.all(selector);
	}

	List<LabelRequirement> parse() {
		List<LabelRequirement> requirements = new ArrayList<>();
		if (peek().isEnd()) {
			return requirements;
		}
		expect(peek().isWord() || peek().is("!"), peek(), "!, identifier, or 'end of string'");
		while (true) {
			requirements.add(requirement());
			LabelSelectorToken next = next();
			if (next.isEnd()) {
				return requirements;
			}
			expect(next.is(","), next, "',' or 'end of string'");
			expect(peek().isWord() || peek().is("!"), peek(), "identifier after ','");
		}
	}

	private LabelRequirement requirement() {
		boolean not = peek().is("!");
		if (not) {
			next();
		}
		LabelSelectorToken key = next();
		expect(key.isWord(), key, "identifier");
		checkKey(key.text());
		if (peek().isEnd() || peek().is(",")) {
			return new LabelRequirement(key.text(),
					(not) ? LabelRequirement.Operator.DOES_NOT_EXIST : LabelRequirement.Operator.EXISTS, Set.of());
		}
		expect(!not, peek(), "',' or 'end of string'");
		LabelSelectorToken operator = next();
		return switch (operator.text()) {
			case "=", "==" -> requirement(key, LabelRequirement.Operator.IN, value());
			case "!=" -> requirement(key, LabelRequirement.Operator.NOT_IN, value());
			case "in" -> requirement(key, LabelRequirement.Operator.IN, values());
			case "notin" -> requirement(key, LabelRequirement.Operator.NOT_IN, values());
			case ">" -> requirement(key, LabelRequirement.Operator.GREATER, number());
			case "<" -> requirement(key, LabelRequirement.Operator.LESS, number());
			default -> throw refusal("found '%s', expected: in, notin, =, ==, !=, >, <".formatted(operator.text()));
		};
	}

	private LabelRequirement requirement(LabelSelectorToken key, LabelRequirement.Operator operator,
			Set<String> values) {
		for (String value : values) {
			if (!LabelSyntax.isValue(value)) {
				throw refusal(("'%s' is no value of a label: that is empty, or up to 63 letters, digits, '-', '_' and "
						+ "'.', and begins and ends with a letter or digit")
					.formatted(value));
			}
		}
		return new LabelRequirement(key.text(), operator, values);
	}

	private Set<String> value() {
		if (peek().isEnd() || peek().is(",")) {
			return Set.of("");
		}
		LabelSelectorToken value = next();
		expect(value.isWord(), value, "identifier");
		return Set.of(value.text());
	}

	private Set<String> number() {
		Set<String> value = value();
		if (LabelRequirement.number(value.iterator().next()) == null) {
			throw refusal("'%s' is no integer, and > and < compare integers".formatted(value.iterator().next()));
		}
		return value;
	}

	private Set<String> values() {
		LabelSelectorToken open = next();
		expect(open.is("("), open, "'('");
		Set<String> values = new LinkedHashSet<>();
		while (true) {
			LabelSelectorToken token = next();
			boolean word = token.isWord();
			values.add((word) ? token.text() : "");
			LabelSelectorToken end = (word) ? next() : token;
			if (end.is(")")) {
				return values;
			}
			expect(end.is(","), end, (word) ? "',' or ')'" : "',', ')' or identifier");
		}
	}

	private void checkKey(String key) {
		if (!LabelSyntax.isKey(key)) {
			throw refusal(("'%s' is no key of a label: that is up to 63 letters, digits, '-', '_' and '.', begins and "
					+ "ends with a letter or digit, and may have a DNS name and a '/' before it")
				.formatted(key));
		}
	}

	private LabelSelectorToken peek() {
		return this.tokens.get(Math.min(this.at, this.tokens.size() - 1));
	}

	private LabelSelectorToken next() {
		LabelSelectorToken token = peek();
		this.at++;
		return token;
	}

	private void expect(boolean fulfilled, LabelSelectorToken found, String expected) {
		if (!fulfilled) {
			throw refusal("found '%s', expected: %s".formatted(found.text(), expected));
		}
	}

	private InvalidParameterException refusal(String words) {
		return new InvalidParameterException("labelSelector", this.selector,
				"requirements joined by commas, such as app=web,tier in (front, back),!canary (%s)".formatted(words),
				List.of());
	}

}
