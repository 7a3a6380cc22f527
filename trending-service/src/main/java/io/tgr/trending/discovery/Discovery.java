package io.tgr.trending.discovery;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * What the API asks of discovery; figures themselves are in the pool.
 */
public interface Discovery {

	/**
	 * How far the sweep has come.
	 * @param language a language by GitHub's name, {@code null} for all languages
	 * together
	 * @return its state
	 */
	SweepState state(@Nullable String language);

	/**
	 * Makes sure that a language has first figures: does nothing when there are some,
	 * else a bounded live run, shared by equal concurrent callers and cancelled when the
	 * last of them leaves. The rest of the sweep follows in the background.
	 * @param language a language by GitHub's name, {@code null} for all languages
	 * together
	 * @return completes when the pool holds first figures; fails with
	 * {@code GithubException} when nothing could be had, or with
	 * {@code TooManyLiveRunsException} at the cap
	 */
	Mono<Void> ensure(@Nullable String language);

	/**
	 * The most starred repositories of a language, by one search.
	 * @param language a language by GitHub's name
	 * @param count how many, 1 to 100
	 * @return their full names, most stars first
	 */
	Mono<List<String>> mostStarred(String language, int count);

	/**
	 * The languages that are swept unasked.
	 * @return names as GitHub has them, and the absent one that stands for all together
	 */
	default List<Optional<String>> planned() {
		return List.of();
	}

	/**
	 * Whether everything due was measured since the day turned; asking says nothing about
	 * anybody's interest.
	 * @param language a language by GitHub's name, {@code null} for all languages
	 * together
	 * @return {@code true} when yesterday's figures are final
	 */
	default boolean isCurrent(@Nullable String language) {
		return false;
	}

}
