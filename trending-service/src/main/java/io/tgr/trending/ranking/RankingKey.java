package io.tgr.trending.ranking;

import java.util.List;
import java.util.Optional;

/**
 * What a ranking is of.
 *
 * @param languages languages by GitHub's names, in order and each once; none for all
 * @param window how far it looks back
 */
public record RankingKey(List<String> languages, Window window) {

	public RankingKey {
		languages = languages.stream().distinct().sorted().toList();
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
