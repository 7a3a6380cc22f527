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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import io.tgr.common.store.Fence;
import io.tgr.common.store.KeyValueStore;
import io.tgr.common.store.StoreException;
import io.tgr.common.store.StoredEntry;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.Period;
import io.tgr.trending.ranking.RankedRepository;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Window;

/**
 * Rankings and boards as the store has them; what cannot be read counts as not kept.
 */
class KeptDays {

	static final String BOARDS = "board/";

	private static final String RANKINGS = "ranking/";

	private static final Log logger = LogFactory.getLog(KeptDays.class);

	private final KeyValueStore store;

	private final ArchiveProperties properties;

	private final RankingRecord records;

	private final Clock clock;

	private final AtomicBoolean logged = new AtomicBoolean();

	KeptDays(KeyValueStore store, CandidatePool pool, Ranker ranker, ArchiveProperties properties, Clock clock) {
		this.store = store;
		this.properties = properties;
		this.clock = clock;
		this.records = new RankingRecord(ranker, (id) -> {
			TrackedRepository present = pool.find(id);
			return (present != null) ? present.candidate() : null;
		});
	}

	Mono<Board> board(Optional<String> language, Window window) {
		return this.store.get(boardKey(language, window))
			.mapNotNull((value) -> readable(value.value(), Board::read))
			.defaultIfEmpty(Board.EMPTY);
	}

	Mono<KeptRanking> ranking(Optional<String> language, Period period) {
		return this.store.get(rankingKey(language, period))
			.mapNotNull((value) -> readable(value.value(), (bytes) -> this.records.read(bytes, period)));
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

	private <T> @Nullable T readable(byte[] bytes, Function<byte[], T> read) {
		try {
			return read.apply(bytes);
		}
		catch (RuntimeException ex) {
			if (this.logged.compareAndSet(false, true)) {
				logger.warn("A kept ranking is passed over, as are others like it: " + ex.getMessage());
			}
			return null;
		}
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
