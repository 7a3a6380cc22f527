package io.tgr.sandbox.cluster.select;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The tokens of a label selector, one after the other; after the last comes an empty one.
 */
final class Tokens {

	private static final Pattern TOKEN = Pattern.compile("==|!=|[=!<>(),]|[^\\s=!<>(),]+");

	private static final List<String> SYMBOLS = List.of("==", "!=", "=", "!", "<", ">", "(", ")", ",");

	private final List<String> tokens;

	private int next;

	Tokens(String text) {
		Matcher matcher = TOKEN.matcher(text);
		this.tokens = matcher.results().map((found) -> found.group()).toList();
	}

	String peek() {
		return (this.next < this.tokens.size()) ? this.tokens.get(this.next) : "";
	}

	String take() {
		String token = peek();
		this.next++;
		return token;
	}

	static boolean word(String token) {
		return !token.isEmpty() && !SYMBOLS.contains(token);
	}

}
