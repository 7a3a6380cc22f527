package io.tgr.trending;

import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.ranking.SharedRuns;

/**
 * The most starred repositories of a language: one search for all who ask at the same
 * time, and for a while after.
 */
@Component
class MostStarred {

	static final int MOST = 100;

	private static final int MOST_LANGUAGES = 1_000;

	private final Discovery discovery;

	private final SharedRuns<String, List<String>> searches = new SharedRuns<>();

	private final Cache<String, List<String>> known;

	MostStarred(Discovery discovery, AnswerProperties properties) {
		this.discovery = discovery;
		this.known = Caffeine.newBuilder()
			.maximumSize(MOST_LANGUAGES)
			.expireAfterWrite(properties.mostStarredAge())
			.build();
	}

	Mono<List<String>> names(String language, int count) {
		return Mono.justOrEmpty(this.known.getIfPresent(language))
			.switchIfEmpty(this.searches.join(language, search(language)))
			.map((names) -> names.subList(0, Math.min(count, names.size())));
	}

	private Mono<List<String>> search(String language) {
		return Mono.defer(() -> this.discovery.mostStarred(language, MOST))
			.doOnNext((names) -> this.known.put(language, names));
	}

}
