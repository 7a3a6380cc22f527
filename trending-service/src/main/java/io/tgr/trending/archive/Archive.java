package io.tgr.trending.archive;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.Replay;
import io.tgr.trending.ranking.SharedRuns;
import io.tgr.trending.ranking.Window;

/**
 * Tells what was before: from the rankings that were kept, or else from star histories.
 * Never fails and never waits long: what the store does not tell is not known.
 */
public final class Archive {

	private static final int MOST_REPOSITORIES = 100_000;

	private static final Duration KEEP = Duration.ofMinutes(30);

	private final KeptDays kept;

	private final Rankings rankings;

	private final EarlierDays earlierDays;

	private final ArchiveProperties properties;

	private final Scheduler scheduler;

	private final Cache<RankingKey, Earlier> earlier;

	private final SharedRuns<RankingKey, Earlier> runs = new SharedRuns<>();

	Archive(KeptDays kept, Rankings rankings, ArchiveProperties properties, Scheduler scheduler) {
		this.kept = kept;
		this.rankings = rankings;
		this.earlierDays = new EarlierDays(kept, rankings);
		this.properties = properties;
		this.scheduler = scheduler;
		this.earlier = Caffeine.newBuilder()
			.maximumWeight(MOST_REPOSITORIES)
			.weigher((RankingKey key, Earlier known) -> known.size())
			.expireAfter(
					Expiry.writing((RankingKey key, Earlier known) -> (known.isKept()) ? KEEP : properties.guess()))
			.build();
	}

	/**
	 * What was before a ranking, if that is in memory.
	 * @param key what the ranking is of
	 * @param to the day it ends with
	 * @return what was before, {@code null} if it has to be read first
	 */
	public @Nullable Earlier readyBefore(RankingKey key, LocalDate to) {
		return this.earlier.getIfPresent(dated(key, to));
	}

	/**
	 * What was before a ranking.
	 * @param key what the ranking is of
	 * @param to the day it ends with
	 * @return what was before; what cannot be had in time is unknown
	 */
	public Mono<Earlier> before(RankingKey key, LocalDate to) {
		RankingKey dated = dated(key, to);
		return Mono.defer(() -> {
			Earlier ready = this.earlier.getIfPresent(dated);
			return (ready != null) ? Mono.just(ready) : this.runs.join(dated, read(dated));
		});
	}

	private Mono<Earlier> read(RankingKey key) {
		return this.earlierDays.before(key)
			.timeout(this.properties.patience(), this.scheduler)
			.onErrorReturn(Earlier.UNKNOWN)
			.doOnNext((earlier) -> this.earlier.put(key, earlier));
	}

	/**
	 * The ranking of a window that ended on a day of the past: the one that was kept, or
	 * one made of star histories.
	 * @param key languages, window and the day
	 * @return the ranking, or the days that could have been asked for
	 */
	public Mono<PastRanking> ranking(RankingKey key) {
		LocalDate date = Objects.requireNonNull(key.date());
		Mono<Optional<KeptRanking>> keptRanking = union(key, new Period(key.window(), date)).map(Optional::of)
			.timeout(this.properties.patience(), this.scheduler)
			.onErrorResume((failure) -> Mono.empty())
			.defaultIfEmpty(Optional.empty());
		return keptRanking.flatMap((found) -> (found.isPresent()) ? Mono.just(PastRanking.of(found.get()))
				: this.rankings.replay(key).zipWith(firstKept(key), Archive::computed));
	}

	/**
	 * Where a repository stood on the days that are kept.
	 * @param id the repository
	 * @param language its language, {@code null} if it has none
	 * @param window which window
	 * @return one entry a day, oldest first
	 */
	public Mono<List<RankedOn>> places(long id, @Nullable String language, Window window) {
		Mono<Board> own = (language != null) ? this.kept.board(Optional.of(language), window) : Mono.just(Board.EMPTY);
		return this.kept.board(Optional.empty(), window)
			.zipWith(own, (all, inLanguage) -> places(id, all, inLanguage))
			.timeout(this.properties.patience(), this.scheduler)
			.onErrorReturn(List.of());
	}

	/**
	 * Forgets what is in memory, since more is kept now.
	 */
	void changed() {
		this.earlier.invalidateAll();
	}

	private Mono<KeptRanking> union(RankingKey key, Period period) {
		return Flux.fromIterable(key.scopes())
			.concatMap((language) -> this.kept.ranking(language, period))
			.collectList()
			.filter((rankings) -> rankings.size() == key.scopes().size())
			.map((rankings) -> PastRanking.union(rankings, period));
	}

	private Mono<Optional<LocalDate>> firstKept(RankingKey key) {
		return this.earlierDays.boards(key)
			.map((boards) -> boards.stream()
				.flatMap((board) -> board.days().stream().limit(1))
				.map(Board.Day::date)
				.min(LocalDate::compareTo))
			.timeout(this.properties.patience(), this.scheduler)
			.onErrorReturn(Optional.empty());
	}

	private static PastRanking computed(Replay replay, Optional<LocalDate> firstKept) {
		LocalDate first = replay.first();
		LocalDate earliest = (first == null || (firstKept.isPresent() && firstKept.get().isBefore(first)))
				? firstKept.orElse(first) : first;
		return new PastRanking(replay.ranking(), null, earliest, replay.last());
	}

	private static List<RankedOn> places(long id, Board all, Board own) {
		TreeSet<LocalDate> dates = new TreeSet<>();
		all.days().forEach((day) -> dates.add(day.date()));
		own.days().forEach((day) -> dates.add(day.date()));
		List<RankedOn> places = new ArrayList<>(dates.size());
		dates.forEach((date) -> places.add(new RankedOn(date, rank(all.on(date), id), rank(own.on(date), id))));
		return places;
	}

	private static @Nullable Integer rank(Board.@Nullable Day day, long id) {
		return (day != null) ? day.rankOf(id) : null;
	}

	private static RankingKey dated(RankingKey key, LocalDate to) {
		return new RankingKey(key.languages(), key.window(), to);
	}

}
