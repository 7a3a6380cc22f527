package io.tgr.sandbox.github.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * One word or qualifier of a query.
 *
 * @param negated whether it must not match
 * @param qualifier the qualifier in lower case, or nothing for a word
 * @param value the value without quotes
 */
record Term(boolean negated, @Nullable String qualifier, String value) {

	private static final Pattern TERM = Pattern
		.compile("(?<minus>-?)(?:(?<qualifier>[A-Za-z-]+):)?(?:\"(?<quoted>[^\"]*)\"?|(?<plain>[^\\s\"]+))");

	static List<Term> parse(String query) {
		List<Term> terms = new ArrayList<>();
		boolean not = false;
		Matcher matcher = TERM.matcher(query);
		while (matcher.find()) {
			Term term = of(matcher, not);
			not = term.is("NOT");
			if (!not && !term.is("AND")) {
				terms.add(term);
			}
		}
		return terms;
	}

	boolean is(String operator) {
		return this.qualifier == null && this.value.equals(operator);
	}

	// A qualifier that means nothing here is a word like any other.
	Term asWord() {
		return (this.qualifier != null) ? new Term(this.negated, null, this.qualifier + ":" + this.value) : this;
	}

	private static Term of(Matcher matcher, boolean not) {
		String qualifier = matcher.group("qualifier");
		String quoted = matcher.group("quoted");
		return new Term(not || !matcher.group("minus").isEmpty(),
				(qualifier != null) ? qualifier.toLowerCase(Locale.ROOT) : null,
				(quoted != null) ? quoted : matcher.group("plain"));
	}

}
