package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.jspecify.annotations.Nullable;

/**
 * Rankings of past days in memory, bounded by rows. What is measured now hardly changes a
 * past day, so they may lag further behind the pool than the present ranking.
 */
final class Replays {

	private static final int LEAST = 50;

	private final Cache<RankingKey, Held> held;

	private final Duration lag;

	private final Clock clock;

	Replays(RankingProperties properties, Clock clock) {
		this.lag = properties.replayLag();
		this.clock = clock;
		this.held = Caffeine.newBuilder()
			.maximumWeight(properties.maxReplayRows())
			.weigher((RankingKey key, Held held) -> held.weight())
			.expireAfterAccess(properties.keep())
			.executor(Runnable::run)
			.ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
			.build();
	}

	@Nullable Replay ready(RankingKey key, long version, LocalDate yesterday) {
		Held found = this.held.getIfPresent(key);
		if (found == null || !found.of().yesterday().equals(yesterday)) {
			return null;
		}
		return (found.of().version() == version || mayLag(found)) ? found.replay() : null;
	}

	// That a day is not held is not said for longer than it is true.
	private boolean mayLag(Held found) {
		return found.replay().ranking() != null && found.of().at().isAfter(this.clock.instant().minus(this.lag));
	}

	Replay make(RankingKey key, Snapshot snapshot, Ranker ranker) {
		Replay replay = snapshot.replay(key, ranker);
		this.held.put(key, new Held(replay, snapshot.moment()));
		return replay;
	}

	/**
	 * A replay and what of the pool it is made of.
	 *
	 * @param replay the replay
	 * @param of when the pool was so
	 */
	private record Held(Replay replay, Snapshot.Moment of) {

		private int weight() {
			Ranking ranking = this.replay.ranking();
			return LEAST + ((ranking != null) ? ranking.measured() : 0);
		}

	}

}
