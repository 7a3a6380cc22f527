package io.tgr.sandbox.github.search;

import java.util.List;
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
		if (this.unwanted.stream().anyMatch((word) -> weight(word, repository) > 0)) {
			return 0;
		}
		return this.wanted.isEmpty() ? 1 : sum(repository);
	}

	private double sum(Repository repository) {
		double sum = 0;
		for (String word : this.wanted) {
			int weight = weight(word, repository);
			if (weight == 0 && !this.any) {
				return 0;
			}
			sum += weight;
		}
		return sum * Math.log10(10 + repository.stars());
	}

	private int weight(String word, Repository repository) {
		String text = repository.searchText();
		int nameEnd = text.indexOf('\n');
		int weight = 0;
		if (this.fields.contains("name")) {
			weight += inName(word, text, nameEnd);
		}
		if (this.fields.contains("topics") && repository.topics().contains(word)) {
			weight += 3;
		}
		if (this.fields.contains("description") && startsAWord(text, word, nameEnd + 1, text.length())) {
			weight += 1;
		}
		return weight;
	}

	private static int inName(String word, String text, int end) {
		if (word.length() == end && text.startsWith(word)) {
			return 10;
		}
		return startsAWord(text, word, 0, end) ? 5 : 0;
	}

	private static boolean startsAWord(String text, String word, int from, int end) {
		int index = text.indexOf(word, from);
		while (index > from && Character.isLetterOrDigit(text.charAt(index - 1))
				&& Character.isLetterOrDigit(word.charAt(0))) {
			index = text.indexOf(word, index + 1);
		}
		return index >= 0 && index + word.length() <= end;
	}

}
