package io.tgr.sandbox.github.search;

import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.tgr.sandbox.github.catalogue.Repository;

/**
 * The free words of a query, and where to look for them.
 *
 * @param wanted words that must be there
 * @param unwanted words that must not be there
 * @param any whether one of the wanted words is enough
 * @param fields {@code name}, {@code description}, {@code topics}
 */
record Words(List<String> wanted, List<String> unwanted, boolean any, Set<String> fields) {

	static final Set<String> EVERYWHERE = Set.of("name", "description", "topics");

	// How well it matches: 0 for not at all, 1 if there is nothing to look for.
	double score(Repository repository) {
		if (this.wanted.isEmpty() && this.unwanted.isEmpty()) {
			return 1;
		}
		String name = repository.name().toLowerCase(Locale.ROOT);
		String text = (repository.description() != null) ? repository.description().toLowerCase(Locale.ROOT) : "";
		if (this.unwanted.stream().anyMatch((word) -> weight(word, name, text, repository) > 0)) {
			return 0;
		}
		return this.wanted.isEmpty() ? 1 : score(name, text, repository);
	}

	private double score(String name, String text, Repository repository) {
		double sum = 0;
		for (String word : this.wanted) {
			int weight = weight(word, name, text, repository);
			if (weight == 0 && !this.any) {
				return 0;
			}
			sum += weight;
		}
		return sum * Math.log10(10 + repository.stars());
	}

	private int weight(String word, String name, String text, Repository repository) {
		int weight = 0;
		if (this.fields.contains("name")) {
			weight += name.equals(word) ? 10 : startsAWord(name, word) ? 5 : 0;
		}
		if (this.fields.contains("topics") && repository.topics().contains(word)) {
			weight += 3;
		}
		if (this.fields.contains("description") && startsAWord(text, word)) {
			weight += 1;
		}
		return weight;
	}

	private static boolean startsAWord(String text, String word) {
		int index = text.indexOf(word);
		while (index > 0 && Character.isLetterOrDigit(text.charAt(index - 1))
				&& Character.isLetterOrDigit(word.charAt(0))) {
			index = text.indexOf(word, index + 1);
		}
		return index >= 0;
	}

}
