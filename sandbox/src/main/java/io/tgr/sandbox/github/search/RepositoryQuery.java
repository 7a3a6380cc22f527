package io.tgr.sandbox.github.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.Repository;

/** What a query asks for. */
final class RepositoryQuery {

	private final Map<String, Predicate<Repository>> conditions = new LinkedHashMap<>();

	private final List<String> wanted = new ArrayList<>();

	private final List<String> unwanted = new ArrayList<>();

	private final Set<String> fields = new HashSet<>();

	private @Nullable Predicate<Repository> scope;

	private @Nullable String sort;

	private boolean any;

	RepositoryQuery(String query, Qualifiers qualifiers) {
		for (Term term : Term.parse(query)) {
			add(term, qualifiers);
		}
	}

	boolean matches(Repository repository) {
		for (Predicate<Repository> condition : this.conditions.values()) {
			if (!condition.test(repository)) {
				return false;
			}
		}
		return true;
	}

	Words words() {
		return new Words(this.wanted, this.unwanted, this.any, this.fields.isEmpty() ? Words.EVERYWHERE : this.fields);
	}

	// The users and repositories to search in, if the query names any.
	@Nullable Predicate<Repository> scope() {
		return this.scope;
	}

	// What "sort:" says, as the GraphQL search has it.
	@Nullable String sort() {
		return this.sort;
	}

	private void add(Term term, Qualifiers qualifiers) {
		Predicate<Repository> condition = qualifiers.condition(term);
		if (condition != null) {
			add(term, condition);
		}
		else if ("in".equals(term.qualifier())) {
			this.fields.addAll(Arrays.asList(term.value().toLowerCase(Locale.ROOT).split(",")));
		}
		else if ("sort".equals(term.qualifier())) {
			this.sort = term.value().toLowerCase(Locale.ROOT);
		}
		else if (term.is("OR")) {
			this.any = true;
		}
		else if (!term.value().isBlank()) {
			(term.negated() ? this.unwanted : this.wanted).add(term.asWord().value().toLowerCase(Locale.ROOT));
		}
	}

	private void add(Term term, Predicate<Repository> condition) {
		if (term.negated()) {
			this.conditions.put("not" + this.conditions.size(), condition.negate());
			return;
		}
		this.conditions.merge(Qualifiers.group(term, this.conditions.size()), condition, Predicate::or);
		if (Qualifiers.scope(term)) {
			this.scope = (this.scope != null) ? this.scope.or(condition) : condition;
		}
	}

}
