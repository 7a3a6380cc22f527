package io.tgr.trending.language;

import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

import io.tgr.common.web.InvalidParameterException;

/**
 * All languages GitHub knows, by name and alias.
 */
@Component
public final class Languages {

	private static final int NEAREST = 5;

	private final List<Language> all;

	private final Map<String, Language> byName = new HashMap<>();

	private final NearestNames nearest;

	public Languages() {
		this.all = LanguageTable.read();
		for (Language language : this.all) {
			language.aliases().forEach((alias) -> this.byName.put(alias, language));
			this.byName.put(key(language.name()), language);
		}
		this.nearest = new NearestNames(this.byName);
	}

	/**
	 * The language meant by a name as a query carries it: GitHub's name or an alias in
	 * any case, even if it was encoded twice ({@code c%2B%2B}) or not at all ({@code C++}
	 * that arrives as C and two spaces).
	 * @param nameOrAlias what was asked for
	 * @return the language
	 * @throws InvalidParameterException if there is none, with the nearest names
	 */
	public Language require(String nameOrAlias) {
		return require("language", nameOrAlias);
	}

	/**
	 * The language meant by the value of some parameter.
	 * @param parameter the parameter's name
	 * @param nameOrAlias its value
	 * @return the language
	 * @throws InvalidParameterException if there is none, with the nearest names
	 */
	public Language require(String parameter, String nameOrAlias) {
		Language language = find(nameOrAlias);
		if (language == null) {
			throw new InvalidParameterException(parameter, nameOrAlias,
					"a language by GitHub's name or alias, see /languages", this.nearest.to(nameOrAlias, NEAREST));
		}
		return language;
	}

	/**
	 * The language of a name.
	 * @param nameOrAlias a name or an alias in any form
	 * @return the language, {@code null} if there is none
	 */
	public @Nullable Language known(String nameOrAlias) {
		return find(nameOrAlias);
	}

	/**
	 * Every language.
	 * @return all of them, by name
	 */
	public List<Language> all() {
		return this.all;
	}

	/**
	 * The languages most repositories are written in.
	 * @param count how many
	 * @return the largest share first
	 */
	public List<Language> byShare(int count) {
		return this.all.stream()
			.sorted(Comparator.comparingInt(Language::share).reversed().thenComparing(Language::name))
			.limit(count)
			.toList();
	}

	private @Nullable Language find(String text) {
		String key = key(text);
		Language language = this.byName.get(key);
		if (language == null && key.indexOf(' ') >= 0) {
			language = this.byName.get(key.replace(' ', '+'));
		}
		if (language == null && key.indexOf('%') >= 0) {
			language = this.byName.get(key(decoded(key)));
		}
		return language;
	}

	private static String decoded(String text) {
		try {
			return UriUtils.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

	private static String key(String name) {
		return (StringUtils.hasText(name)) ? name.toLowerCase(Locale.ROOT) : "";
	}

}
