package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;

/**
 * The rankings in memory, each made once for a state of the pool, off the event loop and
 * shared by whoever asks meanwhile.
 */
@Component
public final class Rankings {

	private final CandidatePool pool;

	private final Ranker ranker;

	private final RankingProperties properties;

	private final Clock clock;

	private final Scheduler scheduler;

	private final RankingAges ages;

	private final Cache<RankingKey, Made> made;

	private final SharedRuns<Run, Ranking> runs = new SharedRuns<>();

	Rankings(CandidatePool pool, Ranker ranker, RankingProperties properties, Clock clock, Scheduler rankingScheduler,
			RankingAges ages) {
		this.pool = pool;
		this.ranker = ranker;
		this.properties = properties;
		this.clock = clock;
		this.scheduler = rankingScheduler;
		this.ages = ages;
		this.made = Caffeine.newBuilder()
			.maximumWeight(properties.maxRows())
			.weigher((RankingKey key, Made entry) -> entry.ranking().measured() + 10)
			.expireAfterAccess(properties.keep())
			.build();
	}

	/**
	 * The ranking, at most the lag of the settings behind the pool.
	 * @param key languages and window
	 * @return the ranking
	 */
	public Mono<Ranking> current(RankingKey key) {
		return Mono.defer(() -> {
			Ranking ready = ready(key);
			return (ready != null) ? Mono.just(ready) : this.runs.join(new Run(key, -1), make(key));
		});
	}

	/**
	 * The ranking of what the pool holds now.
	 * @param key languages and window
	 * @return the ranking
	 */
	public Mono<Ranking> newest(RankingKey key) {
		return Mono.defer(() -> {
			Made entry = this.made.getIfPresent(key);
			long version = version(key);
			return (entry != null && entry.isOf(version, yesterday())) ? Mono.just(entry.ranking())
					: this.runs.join(new Run(key, version), make(key));
		});
	}

	/**
	 * The ranking, if there is one that is current enough.
	 * @param key languages and window
	 * @return the ranking, {@code null} if it has to be made
	 */
	public @Nullable Ranking ready(RankingKey key) {
		Made entry = this.made.getIfPresent(key);
		return (entry != null && (entry.isOf(version(key), yesterday()) || recent(entry))) ? entry.ranking() : null;
	}

	private boolean recent(Made entry) {
		return entry.yesterday().equals(yesterday())
				&& entry.at().plus(this.properties.maxLag()).isAfter(this.clock.instant());
	}

	private Mono<Ranking> make(RankingKey key) {
		return Mono.fromCallable(() -> {
			Made entry = make(key, version(key), yesterday());
			this.made.put(key, entry);
			this.ages.made(entry.ranking());
			return entry.ranking();
		}).subscribeOn(this.scheduler);
	}

	private Made make(RankingKey key, long version, LocalDate yesterday) {
		List<TrackedRepository> repositories = new ArrayList<>();
		key.scopes().forEach((language) -> repositories.addAll(this.pool.of(language.orElse(null))));
		return new Made(this.ranker.rank(repositories, key.window(), yesterday), version, yesterday,
				this.clock.instant());
	}

	private long version(RankingKey key) {
		long sum = 0;
		if (key.languages().isEmpty()) {
			return this.pool.version(null);
		}
		for (String language : key.languages()) {
			sum += this.pool.version(language);
		}
		return sum;
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

	private record Run(RankingKey key, long version) {
	}

	private record Made(Ranking ranking, long version, LocalDate yesterday, Instant at) {

		boolean isOf(long version, LocalDate yesterday) {
			return this.version == version && this.yesterday.equals(yesterday);
		}

	}

}
