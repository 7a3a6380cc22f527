package io.tgr.trending.ranking;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/**
 * What a ranking is of.
 *
 * @param languages languages by GitHub's names, in order and each once; none for all
 * @param window how far it looks back
 * @param date the day it ends with, {@code null} for the last one known
 */
public record RankingKey(List<String> languages, Window window, @Nullable LocalDate date) {

	public RankingKey {
		languages = languages.stream().distinct().sorted().toList();
	}

	public RankingKey(List<String> languages, Window window) {
		this(languages, window, null);
	}

	/**
	 * Each language, or the one absent that stands for all of them.
	 * @return at least one
	 */
	public List<Optional<String>> scopes() {
		return (this.languages.isEmpty()) ? List.of(Optional.empty())
				: this.languages.stream().map(Optional::of).toList();
	}

}
