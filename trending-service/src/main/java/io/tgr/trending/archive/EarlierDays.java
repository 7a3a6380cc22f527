package io.tgr.trending.archive;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;

import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Rankings;
import io.tgr.trending.ranking.Sort;

/**
 * Reads what was before a ranking: by score and by stars gained from the ranking kept the
 * day before, else and in all other orders from star histories. When the store does not
 * tell in time, star histories have to do.
 */
class EarlierDays {

	private static final Log logger = LogFactory.getLog(EarlierDays.class);

	private static final int WEEK = 7;

	private static final Set<Sort> KEPT = Set.of(Sort.SCORE, Sort.GAINED);

	private static final Set<Sort> KNOWN = Set.of(Sort.SCORE, Sort.GAINED, Sort.GROWTH, Sort.STARS);

	private final KeptDays kept;

	private final Rankings rankings;

	EarlierDays(KeptDays kept, Rankings rankings) {
		this.kept = kept;
		this.rankings = rankings;
	}

	Mono<Earlier> before(RankingKey key) {
		LocalDate to = Objects.requireNonNull(key.date());
		RankingKey dayBefore = new RankingKey(key.languages(), key.window(), to.minusDays(1));
		Mono<Optional<Ranking>> computed = this.rankings.replay(dayBefore)
			.map((replay) -> Optional.ofNullable(replay.ranking()));
		Mono<Found> found = Mono
			.zip(this.kept.boards(key), kept(dayBefore), (boards, kept) -> new Found(boards, kept, true))
			.onErrorResume(KeptDays::isUnread, (failure) -> {
				logger.debug("What was before " + key + " could not be read", failure);
				return Mono.just(Found.NOTHING);
			});
		return Mono.zip(found, computed, (known, ranking) -> earlier(known, ranking, to));
	}

	private Mono<List<Ranking>> kept(RankingKey key) {
		Period period = new Period(key.window(), Objects.requireNonNull(key.date()));
		return this.kept.rankings(key, period)
			.map(KeptRanking::ranking)
			.collectList()
			.map((all) -> (all.size() == key.scopes().size()) ? all : List.of());
	}

	private static Earlier earlier(Found found, Optional<Ranking> computed, LocalDate to) {
		List<Board> boards = found.boards();
		List<Ranking> kept = found.rankings();
		Map<Sort, Map<Long, Integer>> ranks = new EnumMap<>(Sort.class);
		for (Sort sort : KNOWN) {
			if (KEPT.contains(sort) && !kept.isEmpty()) {
				ranks.put(sort, ranks(kept, sort));
			}
			else {
				computed.ifPresent((ranking) -> ranks.put(sort, ranks(List.of(ranking), sort)));
			}
		}
		Map<Long, LocalDate> firsts = new HashMap<>();
		Set<Long> week = new HashSet<>();
		boolean weekKnown = !boards.isEmpty();
		for (Board board : boards) {
			List<Board.Day> days = board.between(LocalDate.MIN, to);
			days.forEach((day) -> {
				for (long id : day.ids()) {
					firsts.merge(id, day.date(), (one, other) -> (one.isBefore(other)) ? one : other);
				}
			});
			List<Board.Day> last = board.between(to.minusDays(WEEK), to.minusDays(1));
			weekKnown &= !last.isEmpty();
			last.forEach((day) -> {
				for (long id : day.ids()) {
					week.add(id);
				}
			});
		}
		return new Earlier(ranks, firsts, week, weekKnown, !kept.isEmpty(), found.read());
	}

	private static Map<Long, Integer> ranks(List<Ranking> rankings, Sort sort) {
		Map<Long, Integer> ranks = new HashMap<>();
		List<RankedRepository> rows = rankings.stream()
			.flatMap((ranking) -> ranking.rows(sort).stream().limit(Board.PLACES))
			.sorted(sort.order())
			.limit(Board.PLACES)
			.toList();
		rows.forEach((row) -> ranks.put(row.candidate().id(), ranks.size() + 1));
		return ranks;
	}

	/**
	 * What the store told.
	 *
	 * @param boards the boards of all scopes
	 * @param rankings the rankings of the day before, all or none
	 * @param read whether it told at all
	 */
	private record Found(List<Board> boards, List<Ranking> rankings, boolean read) {

		private static final Found NOTHING = new Found(List.of(), List.of(), false);

	}

}
