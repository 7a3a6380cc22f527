package io.tgr.trending;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.discovery.CappedRuns;
import io.tgr.trending.discovery.Discovery;
import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;

/**
 * The most starred repositories of a language: one search for all who ask at the same
 * time, and for a while after; of those that are tracked when GitHub cannot be searched
 * in half the time that an answer may take, or is being searched for too many others.
 */
@Component
class MostStarred {

	static final int MOST = 100;

	private static final int MOST_LANGUAGES = 1_000;

	private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

	private static final Comparator<Candidate> MOST_STARS_FIRST = Comparator.comparingLong(Candidate::stars)
		.reversed()
		.thenComparing(Candidate::fullName);

	private final Discovery discovery;

	private final CandidatePool pool;

	private final Fallbacks fallbacks;

	private final Scheduler scheduler;

	private final Duration patience;

	private final CappedRuns<String, List<String>> searches;

	private final Cache<String, List<String>> known;

	MostStarred(Discovery discovery, CandidatePool pool, Fallbacks fallbacks, Scheduler rankingScheduler,
			AnswerProperties properties, Clock clock) {
		this.discovery = discovery;
		this.pool = pool;
		this.fallbacks = fallbacks;
		this.scheduler = rankingScheduler;
		this.patience = properties.timeout().dividedBy(2);
		this.searches = new CappedRuns<>(properties.mostStarredSearches(), RETRY_AFTER, clock);
		this.known = Caffeine.newBuilder()
			.maximumSize(MOST_LANGUAGES)
			.expireAfterWrite(properties.mostStarredAge())
			.build();
	}

	/**
	 * Finds them.
	 * @param language a language by GitHub's name
	 * @param count how many at most
	 * @return what was found; fails as the search did if nothing is tracked either
	 */
	Mono<Found> of(String language, int count) {
		return this.searches.join(language, names(language))
			.timeout(this.patience)
			.map((names) -> new Found(names.subList(0, Math.min(count, names.size())), null, null))
			.onErrorResume((failure) -> tracked(language, count, failure));
	}

	private Mono<List<String>> names(String language) {
		return Mono.defer(() -> {
			List<String> names = this.known.getIfPresent(language);
			return (names != null) ? Mono.just(names) : this.searches.admit(search(language));
		});
	}

	private Mono<List<String>> search(String language) {
		return Mono.defer(() -> this.discovery.mostStarred(language, MOST))
			.doOnNext((names) -> this.known.put(language, names));
	}

	private Mono<Found> tracked(String language, int count, Throwable failure) {
		return Mono.fromCallable(() -> top(language, count))
			.subscribeOn(this.scheduler)
			.filter((top) -> !top.isEmpty())
			.switchIfEmpty(Mono.error(failure))
			.map((top) -> {
				this.fallbacks.pool("most-starred", Failures.reason(failure));
				List<String> names = top.stream().map(Candidate::fullName).toList();
				Instant asOf = top.stream().map(Candidate::seenAt).min(Comparator.naturalOrder()).orElse(null);
				return new Found(names, asOf, (names.size() < count) ? failure : null);
			});
	}

	private List<Candidate> top(String language, int count) {
		return this.pool.of(language)
			.stream()
			.map(TrackedRepository::candidate)
			.sorted(MOST_STARS_FIRST)
			.limit(count)
			.toList();
	}

	/**
	 * The most starred repositories.
	 *
	 * @param names their full names, most stars first
	 * @param asOf when the stars were counted, {@code null} for those of a search
	 * @param failure why there may be more, {@code null} if there are not
	 */
	record Found(List<String> names, @Nullable Instant asOf, @Nullable Throwable failure) {

	}

}
