package io.tgr.trending.archive;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.SharedRuns;
import io.tgr.trending.ranking.Window;

/**
 * Tells what was before: from the rankings that were kept, or else from star histories.
 * Never waits long for the store: when it does not tell, what is answered says so.
 */
public final class Archive {

	private final KeptDays kept;

	private final EarlierDays earlierDays;

	private final KnownEarlier known;

	private final SharedRuns<RankingKey, Earlier> runs = new SharedRuns<>();

	Archive(KeptDays kept, Rankings rankings, KnownEarlier known) {
		this.kept = kept;
		this.earlierDays = new EarlierDays(kept, rankings);
		this.known = known;
	}

	/**
	 * What was before a ranking, if that is in memory.
	 * @param key what the ranking is of
	 * @param to the day it ends with
	 * @return what was before, {@code null} if it has to be read first
	 */
	public @Nullable Earlier readyBefore(RankingKey key, LocalDate to) {
		return this.known.get(dated(key, to));
	}

	/**
	 * What was before a ranking.
	 * @param key what the ranking is of
	 * @param to the day it ends with
	 * @return what was before, by star histories alone if the store does not tell in time
	 */
	public Mono<Earlier> before(RankingKey key, LocalDate to) {
		RankingKey dated = dated(key, to);
		return Mono.defer(() -> {
			Earlier ready = this.known.get(dated);
			return (ready != null) ? Mono.just(ready) : this.runs.join(dated, read(dated));
		});
	}

	private Mono<Earlier> read(RankingKey key) {
		return this.earlierDays.before(key).doOnNext((earlier) -> this.known.put(key, earlier));
	}

	/**
	 * Where a repository stood on the days that are kept.
	 * @param id the repository
	 * @param language its language, {@code null} if it has none
	 * @return its places in every window
	 */
	public Mono<RankHistory> history(long id, @Nullable String language) {
		return Flux.fromArray(Window.values())
			.flatMapSequential((window) -> places(id, language, window).map((places) -> Map.entry(window, places)))
			.collectMap(Map.Entry::getKey, Map.Entry::getValue)
			.map((windows) -> new RankHistory(windows, true))
			.onErrorReturn(KeptDays::isUnread, RankHistory.UNREAD);
	}

	private Mono<List<RankedOn>> places(long id, @Nullable String language, Window window) {
		Mono<Board> own = (language != null) ? this.kept.board(Optional.of(language), window) : Mono.just(Board.EMPTY);
		return this.kept.board(Optional.empty(), window).zipWith(own, (all, inLanguage) -> places(id, all, inLanguage));
	}

	/**
	 * Forgets what is in memory, since more is kept now.
	 */
	void changed() {
		this.known.clear();
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
