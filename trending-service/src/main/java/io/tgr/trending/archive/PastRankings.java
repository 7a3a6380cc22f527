package io.tgr.trending.archive;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

import reactor.core.publisher.Mono;

import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;

/**
 * Rankings of past days: those that were kept, or else those that star histories tell.
 */
public final class PastRankings {

	private final KeptDays kept;

	private final Rankings rankings;

	PastRankings(KeptDays kept, Rankings rankings) {
		this.kept = kept;
		this.rankings = rankings;
	}

	/**
	 * The ranking of a window that ended on a day of the past: the one that was kept, or
	 * one made of star histories.
	 * @param key languages, window and the day
	 * @return the ranking, or the days that could have been asked for
	 */
	public Mono<PastRanking> of(RankingKey key) {
		LocalDate date = Objects.requireNonNull(key.date());
		return kept(key, new Period(key.window(), date)).map(PastRanking::of)
			.switchIfEmpty(Mono.defer(() -> computed(key, true)))
			.onErrorResume(KeptDays::isUnread, (failure) -> computed(key, false));
	}

	private Mono<KeptRanking> kept(RankingKey key, Period period) {
		return this.kept.rankings(key, period)
			.collectList()
			.filter((rankings) -> rankings.size() == key.scopes().size())
			.map((rankings) -> PastRanking.union(rankings, period));
	}

	// Which days are kept matters only for a day that is not held.
	private Mono<PastRanking> computed(RankingKey key, boolean read) {
		return this.rankings.replay(key).flatMap((replay) -> {
			PastRanking computed = new PastRanking(replay.ranking(), null, replay.first(), replay.last(), read);
			return (replay.ranking() != null || !read) ? Mono.just(computed)
					: firstKept(key).map((first) -> computed.from(first));
		});
	}

	private Mono<Optional<LocalDate>> firstKept(RankingKey key) {
		return this.kept.boards(key)
			.map((boards) -> boards.stream()
				.flatMap((board) -> board.days().stream().limit(1))
				.map(Board.Day::date)
				.min(LocalDate::compareTo));
	}

}
