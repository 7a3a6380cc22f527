package io.tgr.trending.archive;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.micrometer.core.instrument.MeterRegistry;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

import io.tgr.common.store.Fence;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoreException;
import io.tgr.common.store.StoredEntry;
import io.tgr.common.store.StoredValue;
import io.tgr.trending.memory.UnreadableRecords;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;
import io.tgr.trending.record.NewerRecordException;

/**
 * Rankings and boards as the store has them. What cannot be read is told and counts as
 * not kept, but what a newer version kept is not replaced.
 */
class KeptDays {

	static final String BOARDS = "board/";

	private static final String RANKINGS = "ranking/";

	private final KeyValueStore store;

	private final ArchiveProperties properties;

	private final RankingRecord records;

	private final UnreadableRecords unreadableBoards;

	private final UnreadableRecords unreadableRankings;

	private final Scheduler scheduler;

	private final Clock clock;

	KeptDays(KeyValueStore store, CandidatePool pool, Ranker ranker, ArchiveProperties properties,
			MeterRegistry registry, Scheduler scheduler, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.unreadableBoards = new UnreadableRecords("boards", registry);
		this.unreadableRankings = new UnreadableRecords("rankings", registry);
		this.scheduler = scheduler;
		this.clock = clock;
		this.records = new RankingRecord(ranker, (id) -> {
			TrackedRepository present = pool.find(id);
			return (present != null) ? present.candidate() : null;
		});
	}

	Mono<Board> board(Optional<String> language, Window window) {
		return ownBoard(language, window).onErrorResume(NewerRecordException.class, (newer) -> Mono.empty())
			.defaultIfEmpty(Board.EMPTY);
	}

	// All at a time, so that nobody waits for the store once a language.
	Mono<List<Board>> boards(RankingKey key) {
		return Flux.fromIterable(key.scopes())
			.flatMapSequential((language) -> board(language, key.window()))
			.collectList();
	}

	Flux<KeptRanking> rankings(RankingKey key, Period period) {
		return Flux.fromIterable(key.scopes())
			.flatMapSequential((language) -> ownRanking(language, period).onErrorResume(NewerRecordException.class,
					(newer) -> Mono.empty()));
	}

	// The board that a ranking is to be kept beside; fails if a newer version kept
	// either.
	Mono<Board> replaceable(Optional<String> language, Period period) {
		return ownBoard(language, period.window()).defaultIfEmpty(Board.EMPTY)
			.delayUntil((board) -> ownRanking(language, period));
	}

	private Mono<Board> ownBoard(Optional<String> language, Window window) {
		return read(boardKey(language, window), this.unreadableBoards, Board::read);
	}

	private Mono<KeptRanking> ownRanking(Optional<String> language, Period period) {
		return read(rankingKey(language, period), this.unreadableRankings, (bytes) -> this.records.read(bytes, period));
	}

	// Not on the thread that reads from Redis, which has more to do than this; how long
	// it waits for another says nothing of the store.
	private <T> Mono<T> read(String key, UnreadableRecords unreadable, Function<byte[], T> reader) {
		Mono<StoredValue> stored = this.store.get(key).timeout(this.properties.patience());
		return stored.publishOn(this.scheduler).handle((value, sink) -> {
			try {
				sink.next(reader.apply(value.value()));
			}
			catch (RuntimeException ex) {
				unreadable.passedOver(key, ex);
				if (ex instanceof NewerRecordException) {
					sink.error(ex);
				}
			}
		});
	}

	// The ranking and its places on the board, both or none.
	Mono<Void> keep(Optional<String> language, KeptRanking kept, List<RankedRepository> rows, Board board,
			Fence fence) {
		Period period = kept.ranking().period();
		Instant now = this.clock.instant();
		Instant expiresAt = period.to()
			.plusDays(this.properties.keep().toDays() + 1)
			.atStartOfDay(ZoneOffset.UTC)
			.toInstant();
		long version = now.toEpochMilli();
		return this.store.put(
				List.of(new StoredEntry(rankingKey(language, period), this.records.write(kept, rows), version,
						expiresAt),
						new StoredEntry(boardKey(language, period.window()), board.write(), version, expiresAt)),
				fence);
	}

	// The store did not tell, or not in time.
	static boolean isUnread(Throwable failure) {
		return failure instanceof StoreException || failure instanceof TimeoutException;
	}

	LocalDate oldest(LocalDate to) {
		return to.minusDays(this.properties.keep().toDays() - 1);
	}

	private static String boardKey(Optional<String> language, Window window) {
		return BOARDS + scope(language) + '/' + window.id();
	}

	private static String rankingKey(Optional<String> language, Period period) {
		return RANKINGS + period.to() + '/' + scope(language) + '/' + period.window().id();
	}

	private static String scope(Optional<String> language) {
		return language.map((name) -> URLEncoder.encode(name, StandardCharsets.UTF_8)).orElse("*");
	}

}
