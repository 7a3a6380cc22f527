package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;

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

	private final Cache<List<String>, Snapshot> snapshots;

	private final SharedRuns<Run, Ranking> runs = new SharedRuns<>();

	private final Replays replays;

	private final SharedRuns<RankingKey, Replay> replayRuns = new SharedRuns<>();

	Rankings(CandidatePool pool, Ranker ranker, RankingProperties properties, Clock clock, Scheduler rankingScheduler) {
		this.pool = pool;
		this.ranker = ranker;
		this.properties = properties;
		this.clock = clock;
		this.scheduler = rankingScheduler;
		this.replays = new Replays(properties, clock);
		this.snapshots = Caffeine.newBuilder()
			.maximumWeight(properties.maxRows())
			.weigher((List<String> languages, Snapshot snapshot) -> snapshot.weight())
			.expireAfterAccess(properties.keep())
			.ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
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
			return (ready != null) ? Mono.just(ready)
					: this.runs.join(new Run(key, -1), off(() -> rank(recent(key.languages()), key.window())));
		});
	}

	/**
	 * The ranking of what the pool holds now.
	 * @param key languages and window
	 * @return the ranking
	 */
	public Mono<Ranking> newest(RankingKey key) {
		return Mono.defer(() -> this.runs.join(new Run(key, version(key.languages())),
				off(() -> rank(newest(key.languages()), key.window()))));
	}

	/**
	 * The rankings of every window, all of the same moment and at most the lag of the
	 * settings behind the pool.
	 * @param languages languages in any case, none for all
	 * @return one ranking a window, in their order
	 */
	public Mono<List<Ranking>> everyWindow(List<String> languages) {
		return off(() -> {
			Snapshot snapshot = recent(languages);
			return Arrays.stream(Window.values()).map((window) -> rank(snapshot, window)).toList();
		});
	}

	/**
	 * The ranking of a window that ended on a day of the past, by the star histories
	 * known now or, of a pool that changed since, at most the lag of replays before.
	 * @param key languages, window and the day
	 * @return the ranking and the days it could have been asked for
	 */
	public Mono<Replay> replay(RankingKey key) {
		return Mono.defer(() -> {
			Replay ready = this.replays.ready(key, version(key.languages()), yesterday());
			return (ready != null) ? Mono.just(ready) : this.replayRuns.join(key,
					off(() -> this.replays.make(key, recent(key.languages()), this.ranker)));
		});
	}

	/**
	 * The ranking, if there is one that is current enough.
	 * @param key languages and window
	 * @return the ranking, {@code null} if it has to be made
	 */
	public @Nullable Ranking ready(RankingKey key) {
		Snapshot snapshot = this.snapshots.getIfPresent(key.languages());
		return (snapshot != null && isCurrent(snapshot, key.languages())) ? snapshot.ready(key.window()) : null;
	}

	private <T> Mono<T> off(Callable<T> work) {
		return Mono.fromCallable(work).subscribeOn(this.scheduler);
	}

	private Ranking rank(Snapshot snapshot, Window window) {
		return snapshot.rank(window, this.ranker);
	}

	private Snapshot recent(List<String> languages) {
		return snapshot(languages, (snapshot) -> isCurrent(snapshot, languages));
	}

	private Snapshot newest(List<String> languages) {
		return snapshot(languages, (snapshot) -> snapshot.isOf(version(languages), yesterday()));
	}

	private Snapshot snapshot(List<String> languages, Predicate<Snapshot> good) {
		return this.snapshots.asMap()
			.compute(languages, (key, held) -> (held != null && good.test(held)) ? held : snapshot(languages));
	}

	private Snapshot snapshot(List<String> languages) {
		long version = version(languages);
		List<TrackedRepository> repositories = new ArrayList<>();
		if (languages.isEmpty()) {
			repositories.addAll(this.pool.of(null));
		}
		languages.forEach((language) -> repositories.addAll(this.pool.of(language)));
		return new Snapshot(repositories, version, yesterday(), this.clock.instant());
	}

	private boolean isCurrent(Snapshot snapshot, List<String> languages) {
		return snapshot.isOf(version(languages), yesterday()) || (snapshot.isOf(yesterday())
				&& snapshot.isAfter(this.clock.instant().minus(this.properties.maxLag())));
	}

	private long version(List<String> languages) {
		return (languages.isEmpty()) ? this.pool.version(null) : languages.stream().mapToLong(this.pool::version).sum();
	}

	private LocalDate yesterday() {
		return LocalDate.ofInstant(this.clock.instant(), ZoneOffset.UTC).minusDays(1);
	}

	private record Run(RankingKey key, long version) {
	}

}
