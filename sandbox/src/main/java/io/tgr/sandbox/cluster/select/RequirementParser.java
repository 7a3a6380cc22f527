package io.tgr.sandbox.cluster.select;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads label selectors by the grammar of {@code k8s.io/apimachinery/pkg/labels}, and
 * complains in its words.
 */
final class RequirementParser {

	private static final List<String> OPERATORS = List.of("in", "notin", "=", "==", "!=", "gt", "lt");

	private static final List<String> SIGNS = List.of("in", "notin", "=", "==", "!=", ">", "<");

	private final Tokens tokens;

	RequirementParser(String text) {
		this.tokens = new Tokens(text);
	}

	List<Requirement> parse() {
		List<Requirement> requirements = new ArrayList<>();
		while (!this.tokens.peek().isEmpty()) {
			String next = this.tokens.peek();
			if (!Tokens.word(next) && !next.equals("!")) {
				throw found(next, ", expected: !, identifier, or 'end of string'");
			}
			requirements.add(requirement());
			separator();
		}
		return List.copyOf(requirements);
	}

	private void separator() {
		String separator = this.tokens.take();
		if (separator.isEmpty()) {
			return;
		}
		if (!separator.equals(",")) {
			throw found(separator, ", expected: ',' or 'end of string'");
		}
		String next = this.tokens.peek();
		if (!Tokens.word(next) && !next.equals("!")) {
			throw found(next, ", expected: identifier after ','");
		}
	}

	private Requirement requirement() {
		try {
			return unguarded();
		}
		catch (SelectorException ex) {
			throw new SelectorException("unable to parse requirement: " + ex.getMessage());
		}
	}

	private Requirement unguarded() {
		boolean absent = this.tokens.peek().equals("!");
		if (absent) {
			this.tokens.take();
		}
		String key = this.tokens.take();
		if (!Tokens.word(key)) {
			throw found(key, ", expected: identifier");
		}
		LabelSyntax.key(key);
		if (absent) {
			return new Requirement(key, Requirement.ABSENT, List.of());
		}
		if (ends(this.tokens.peek())) {
			return new Requirement(key, Requirement.EXISTS, List.of());
		}
		String operator = this.tokens.take();
		if (!SIGNS.contains(operator)) {
			throw found(operator, ", expected: " + String.join(", ", OPERATORS));
		}
		List<String> values = operator.endsWith("in") ? set() : List.of(value());
		LabelSyntax.values(key, operator, values);
		return new Requirement(key, operator, values);
	}

	private String value() {
		if (ends(this.tokens.peek())) {
			return "";
		}
		String value = this.tokens.take();
		if (!Tokens.word(value)) {
			throw found(value, ", expected: identifier");
		}
		return value;
	}

	private List<String> set() {
		String open = this.tokens.take();
		if (!open.equals("(")) {
			throw found(open, " expected: '('");
		}
		List<String> values = new ArrayList<>();
		String next = this.tokens.peek();
		if (!Tokens.word(next) && !next.equals(",") && !next.equals(")")) {
			throw found(next, ", expected: ',', ')' or identifier");
		}
		boolean more = true;
		while (more) {
			values.add(Tokens.word(this.tokens.peek()) ? this.tokens.take() : "");
			String separator = this.tokens.take();
			if (!separator.equals(",") && !separator.equals(")")) {
				throw found(separator, ", expected: ',' or ')'");
			}
			more = separator.equals(",");
		}
		return List.copyOf(values);
	}

	private static boolean ends(String token) {
		return token.isEmpty() || token.equals(",");
	}

	private static SelectorException found(String token, String expected) {
		return new SelectorException("found '" + token + "'" + expected);
	}

}
