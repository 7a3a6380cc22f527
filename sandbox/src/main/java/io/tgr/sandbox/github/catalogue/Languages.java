package io.tgr.sandbox.github.catalogue;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** GitHub's languages by name and alias, from {@code languages.csv}. */
public final class Languages {

	private final Map<String, Language> byName = new HashMap<>(2048);

	private Languages() {
	}

	/**
	 * Read the languages.
	 * @return the languages carried in the module
	 */
	public static Languages read() {
		Languages languages = new Languages();
		Resources.lines("languages.csv").stream().skip(1).map((line) -> line.split(",", -1)).forEach(languages::add);
		return languages;
	}

	/**
	 * Find a language.
	 * @param nameOrAlias a name or an alias in any case
	 * @return the language, if GitHub knows it
	 */
	public @Nullable Language find(String nameOrAlias) {
		return this.byName.get(nameOrAlias.toLowerCase(Locale.ROOT));
	}

	private void add(String[] columns) {
		Language language = new Language(columns[0], columns[2].isEmpty() ? null : columns[2]);
		this.byName.put(language.name().toLowerCase(Locale.ROOT), language);
		for (String alias : columns[3].split(" ")) {
			this.byName.putIfAbsent(
					alias.isEmpty() ? columns[0].toLowerCase(Locale.ROOT) : alias.toLowerCase(Locale.ROOT), language);
		}
	}

}
