package io.tgr.sandbox.github.search;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

import org.jspecify.annotations.Nullable;

import io.tgr.sandbox.github.catalogue.Language;
import io.tgr.sandbox.github.catalogue.Languages;
import io.tgr.sandbox.github.catalogue.License;
import io.tgr.sandbox.github.catalogue.Repository;

/** The qualifiers of a repository search and what each of them lets through. */
final class Qualifiers {

	/** Several of one of these widen the search; several of any other narrow it. */
	private static final Set<String> UNIONS = Set.of("language", "created", "pushed", "stars", "forks", "size",
			"license", "scope");

	private final Map<String, Function<String, @Nullable Predicate<Repository>>> byName = new HashMap<>();

	private final Languages languages;

	Qualifiers(Languages languages) {
		this.languages = languages;
		this.byName.put("language", this::language);
		this.byName.put("created",
				(value) -> time(value, (repository) -> repository.dates().created().getEpochSecond()));
		this.byName.put("pushed", (value) -> time(value, (repository) -> repository.dates().pushed().getEpochSecond()));
		this.byName.put("stars", (value) -> number(value, Repository::stars));
		this.byName.put("forks", (value) -> number(value, Repository::forks));
		this.byName.put("size", (value) -> number(value, (repository) -> repository.extras().sizeKb()));
		this.byName.put("topics", (value) -> number(value, (repository) -> repository.topics().size()));
		this.byName.put("topic",
				(value) -> (repository) -> repository.topics().contains(value.toLowerCase(Locale.ROOT)));
		this.byName.put("license", Qualifiers::license);
		this.byName.put("archived", (value) -> flag(value, (repository) -> repository.extras().archived()));
		this.byName.put("mirror", (value) -> flag(value, (repository) -> false));
		this.byName.put("template", (value) -> flag(value, (repository) -> repository.extras().has("template", 1)));
		this.byName.put("fork", Qualifiers::fork);
		this.byName.put("is", Qualifiers::visibility);
		this.byName.put("visibility", Qualifiers::visibility);
		this.byName.put("user", Qualifiers::owner);
		this.byName.put("org", Qualifiers::owner);
		this.byName.put("repo", (value) -> (repository) -> repository.fullName().equalsIgnoreCase(value));
	}

	// What a qualifier lets through; nothing if it is none, or its value makes no sense.
	@Nullable Predicate<Repository> condition(Term term) {
		Function<String, @Nullable Predicate<Repository>> qualifier = (term.qualifier() != null)
				? this.byName.get(term.qualifier()) : null;
		return (qualifier != null) ? qualifier.apply(term.value()) : null;
	}

	// Conditions of one group are alternatives to each other.
	static String group(Term term, int position) {
		String name = scope(term) ? "scope" : String.valueOf(term.qualifier());
		return UNIONS.contains(name) ? name : name + position;
	}

	static boolean scope(Term term) {
		return term.qualifier() != null && Set.of("user", "org", "repo").contains(term.qualifier());
	}

	private Predicate<Repository> language(String value) {
		Language language = this.languages.find(value);
		String name = (language != null) ? language.name() : value;
		return (repository) -> name.equalsIgnoreCase(repository.language());
	}

	private static @Nullable Predicate<Repository> number(String value, ToLongFunction<Repository> fact) {
		return in(Range.parse(value, Values::number), fact);
	}

	private static @Nullable Predicate<Repository> time(String value, ToLongFunction<Repository> fact) {
		return in(Range.parse(value, Values::time), fact);
	}

	private static @Nullable Predicate<Repository> in(@Nullable Range range, ToLongFunction<Repository> fact) {
		return (range != null) ? (repository) -> range.contains(fact.applyAsLong(repository)) : null;
	}

	private static Predicate<Repository> license(String value) {
		return (repository) -> {
			License license = repository.license();
			return license != null
					&& (license.key().equalsIgnoreCase(value) || license.spdxId().equalsIgnoreCase(value));
		};
	}

	private static @Nullable Predicate<Repository> flag(String value, Predicate<Repository> fact) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true" -> fact;
			case "false" -> fact.negate();
			default -> null;
		};
	}

	// No repository of the data is a fork: the rankings leave them out.
	private static @Nullable Predicate<Repository> fork(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "true", "false" -> (repository) -> true;
			case "only" -> (repository) -> false;
			default -> null;
		};
	}

	private static @Nullable Predicate<Repository> visibility(String value) {
		return switch (value.toLowerCase(Locale.ROOT)) {
			case "public" -> (repository) -> true;
			case "private", "internal" -> (repository) -> false;
			default -> null;
		};
	}

	private static Predicate<Repository> owner(String value) {
		return (repository) -> repository.owner().login().equalsIgnoreCase(value);
	}

}
