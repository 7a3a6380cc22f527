package io.tgr.trending.archive;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

import org.junit.jupiter.api.Test;

import io.tgr.trending.ranking.RankingKey;
import io.tgr.trending.ranking.Window;

import static org.assertj.core.api.Assertions.assertThat;

class KnownEarlierTests {

	private static final RankingKey KEY = new RankingKey(List.of("Java"), Window.DAILY, LocalDate.parse("2026-11-21"));

	private static final Duration GUESS = Duration.ofMinutes(1);

	private final AtomicBoolean available = new AtomicBoolean(true);

	private final AtomicLong nanos = new AtomicLong();

	private final KnownEarlier known = new KnownEarlier(GUESS, this.available::get, this.nanos::get);

	@Test
	void whatCouldNotBeReadIsHeldWhileTheStoreIsAwayButNotLongerThanAGuess() {
		this.available.set(false);
		this.known.put(KEY, Earlier.UNKNOWN);
		after(GUESS.minusSeconds(1));
		assertThat(this.known.get(KEY)).isSameAs(Earlier.UNKNOWN);
		after(Duration.ofSeconds(1));
		assertThat(this.known.get(KEY)).isNull();
	}

	@Test
	void whatCouldNotBeReadIsReadAgainAsSoonAsTheStoreIsBack() {
		this.available.set(false);
		this.known.put(KEY, Earlier.UNKNOWN);
		after(Duration.ofSeconds(30));
		assertThat(this.known.get(KEY)).isNotNull();
		this.available.set(true);
		assertThat(this.known.get(KEY)).isNull();
	}

	@Test
	void aStoreThatIsThereAndDoesNotTellIsAskedAgainAfterARest() {
		this.known.put(KEY, Earlier.UNKNOWN);
		after(KnownEarlier.REST.minusMillis(1));
		assertThat(this.known.get(KEY)).isNotNull();
		after(Duration.ofMillis(1));
		assertThat(this.known.get(KEY)).isNull();
	}

	@Test
	void whatWasReadIsHeldWhateverTheStoreDoes() {
		Earlier kept = new Earlier(Map.of(), Map.of(), Set.of(), true, true, true);
		this.known.put(KEY, kept);
		after(KnownEarlier.KEEP.minusSeconds(1));
		assertThat(this.known.get(KEY)).isSameAs(kept);
		after(Duration.ofSeconds(1));
		assertThat(this.known.get(KEY)).isNull();
	}

	private void after(Duration time) {
		this.nanos.addAndGet(time.toNanos());
	}

}
