package io.tgr.sandbox.github.catalogue;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Topics of repositories whose topics the sources do not have: words of the name and the
 * description that real repositories of the data use as topics.
 */
final class TopicRule {

	private static final Pattern SEPARATOR = Pattern.compile("[^a-z0-9]+");

	private static final int MOST = 8;

	private final Map<String, Integer> uses = new HashMap<>();

	TopicRule(Collection<RepositoryRow> rows) {
		for (RepositoryRow row : rows) {
			if (row.topics() != null) {
				row.topics().forEach((topic) -> this.uses.merge(topic, 1, Integer::sum));
			}
		}
	}

	List<String> topics(RepositoryRow row) {
		if (row.topics() != null) {
			return List.copyOf(row.topics());
		}
		return row.recorded() ? List.of() : derived(row);
	}

	private List<String> derived(RepositoryRow row) {
		String name = row.fullName().substring(row.fullName().indexOf('/') + 1);
		String text = name + ' ' + ((row.description() != null) ? row.description() : "") + ' '
				+ ((row.language() != null) ? row.language() : "");
		Set<String> found = new LinkedHashSet<>();
		for (String word : SEPARATOR.split(text.toLowerCase(Locale.ROOT))) {
			if (word.length() > 1 && this.uses.getOrDefault(word, 0) > 1 && found.size() < MOST) {
				found.add(word);
			}
		}
		return found.stream().sorted().toList();
	}

}
