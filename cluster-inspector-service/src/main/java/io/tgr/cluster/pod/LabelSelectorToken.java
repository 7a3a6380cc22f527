package io.tgr.cluster.pod;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A piece of a label selector: a symbol, a word, or the end.
 *
 * @param text the piece, empty for the end
 * @param symbol whether it is a symbol
 */
record LabelSelectorToken(String text, boolean symbol) {

	private static final String SYMBOLS = "=!(),><";

	private static final Set<String> PAIRS = Set.of("==", "!=");

	static List<LabelSelectorToken> all(String selector) {
		List<LabelSelectorToken> tokens = new ArrayList<>();
		int at = 0;
		while (at < selector.length()) {
			int end = end(selector, at);
			if (end > at) {
				tokens.add(new LabelSelectorToken(selector.substring(at, end), isSymbol(selector.charAt(at))));
			}
			at = Math.max(end, at + 1);
		}
		tokens.add(new LabelSelectorToken("", false));
		return tokens;
	}

	private static int end(String selector, int start) {
		if (isSymbol(selector.charAt(start))) {
			boolean pair = start + 2 <= selector.length() && PAIRS.contains(selector.substring(start, start + 2));
			return start + ((pair) ? 2 : 1);
		}
		int end = start;
		while (end < selector.length() && !isSymbol(selector.charAt(end)) && !isBlank(selector.charAt(end))) {
			end++;
		}
		return end;
	}

	boolean is(String expected) {
		return this.text.equals(expected);
	}

	boolean isWord() {
		return !this.symbol && !this.text.isEmpty();
	}

	boolean isEnd() {
		return this.text.isEmpty();
	}

	private static boolean isSymbol(char character) {
		return SYMBOLS.indexOf(character) >= 0;
	}

	private static boolean isBlank(char character) {
		return character == ' ' || character == '\t' || character == '\r' || character == '\n';
	}

}
