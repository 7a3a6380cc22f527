package io.tgr.trending.archive;

import java.time.Duration;
import java.util.function.BooleanSupplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

import io.tgr.trending.ranking.RankingKey;

/**
 * What was before rankings, in memory. What a store did not tell is held as long as a
 * guess while the store is known to be away, so that answers need not be made again for
 * nothing; else it is asked again after a short rest.
 */
class KnownEarlier {

	static final Duration KEEP = Duration.ofMinutes(30);

	// So that a store that is slow is not asked for every answer.
	static final Duration REST = Duration.ofSeconds(2);

	private static final int MOST_REPOSITORIES = 100_000;

	private final Duration guess;

	private final BooleanSupplier available;

	private final Ticker ticker;

	private final Cache<RankingKey, Held> held;

	KnownEarlier(Duration guess, BooleanSupplier available, Ticker ticker) {
		this.guess = guess;
		this.available = available;
		this.ticker = ticker;
		this.held = Caffeine.newBuilder()
			.maximumWeight(MOST_REPOSITORIES)
			.weigher((RankingKey key, Held held) -> held.earlier().size())
			.expireAfter(Expiry.writing((RankingKey key, Held held) -> (held.earlier().isKept()) ? KEEP : guess))
			.ticker(ticker)
			.build();
	}

	@Nullable Earlier get(RankingKey key) {
		Held found = this.held.getIfPresent(key);
		return (found != null && !isToBeReadAgain(found)) ? found.earlier() : null;
	}

	private boolean isToBeReadAgain(Held found) {
		return !found.earlier().isRead() && this.ticker.read() - found.since() >= REST.toNanos()
				&& this.available.getAsBoolean();
	}

	void put(RankingKey key, Earlier earlier) {
		this.held.put(key, new Held(earlier, this.ticker.read()));
	}

	void clear() {
		this.held.invalidateAll();
	}

	/**
	 * What was before a ranking.
	 *
	 * @param earlier what was before
	 * @param since when it was read
	 */
	private record Held(Earlier earlier, long since) {
	}

}
