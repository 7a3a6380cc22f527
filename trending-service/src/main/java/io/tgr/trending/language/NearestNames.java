package io.tgr.trending.language;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Guesses what somebody meant who misspelt a language.
 */
final class NearestNames {

	private final Map<String, Language> byName;

	private final JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();

	NearestNames(Map<String, Language> byName) {
		this.byName = byName;
	}

	List<String> to(String text, int count) {
		String wanted = text.strip().toLowerCase(Locale.ROOT);
		return this.byName.entrySet()
			.stream()
			.map((entry) -> new Guess(entry.getValue(), this.similarity.apply(wanted, entry.getKey())))
			.sorted(Comparator.comparingDouble(Guess::likeness)
				.thenComparingInt((guess) -> guess.language().share())
				.reversed()
				.thenComparing((guess) -> guess.language().name()))
			.map((guess) -> guess.language().name())
			.distinct()
			.limit(count)
			.toList();
	}

	private record Guess(Language language, double likeness) {
	}

}
