package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

class RankingsTests {

	private static final Duration LONG = Duration.ofSeconds(5);

	private static final Instant NOW = Instant.parse("2026-11-22T04:00:00Z");

	private static final RankingKey DAILY = new RankingKey(List.of("Java"), Window.DAILY);

	private static final LocalDate DAY = LocalDate.parse("2026-11-15");

	private static final RankingKey PAST = new RankingKey(List.of("Java"), Window.DAILY, DAY);

	private static final RankingKey WEEKLY = new RankingKey(List.of("Java"), Window.WEEKLY);

	private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

	private final InstantSource source = this.now::get;

	private final CandidatePool pool = new CandidatePool(new PoolProperties(100), Clock.systemUTC());

	private final Ranker ranker = new Ranker(new Formula(bind("tgr.trending.formula", FormulaProperties.class)));

	private final Rankings rankings = new Rankings(this.pool, this.ranker,
			bind("tgr.trending.ranking", RankingProperties.class), this.source.withZone(ZoneOffset.UTC),
			Schedulers.immediate());

	@BeforeEach
	void begin() {
		measured("o/one");
	}

	@Test
	void followThePoolWithALag() {
		Ranking first = of(this.rankings.current(DAILY));
		measured("o/two");
		assertThat(of(this.rankings.current(DAILY))).isSameAs(first);
		at(NOW.plusSeconds(2));
		assertThat(this.rankings.ready(DAILY)).isNull();
		assertThat(of(this.rankings.current(DAILY)).measured()).isEqualTo(2);
	}

	@Test
	void newestIsOfWhatThePoolHoldsNow() {
		of(this.rankings.current(DAILY));
		measured("o/two");
		Ranking newest = of(this.rankings.newest(DAILY));
		assertThat(newest.measured()).isEqualTo(2);
		assertThat(of(this.rankings.newest(DAILY))).isSameAs(newest);
	}

	@Test
	void everyWindowIsOfTheSameMoment() {
		Ranking daily = of(this.rankings.current(DAILY));
		measured("o/two");
		List<Ranking> all = of(this.rankings.everyWindow(List.of("Java")));
		assertThat(all).extracting((ranking) -> ranking.period().window()).containsExactly(Window.values());
		assertThat(all).first().isSameAs(daily);
		assertThat(all).extracting(Ranking::measured).containsOnly(1);
		assertThat(this.rankings.ready(WEEKLY)).isSameAs(all.get(1));
	}

	@Test
	void aWindowAskedForLaterIsOfTheSameMomentWhileThatIsRecent() {
		of(this.rankings.current(DAILY));
		measured("o/two");
		assertThat(of(this.rankings.current(WEEKLY)).measured()).isEqualTo(1);
		at(NOW.plusSeconds(2));
		assertThat(of(this.rankings.current(WEEKLY)).measured()).isEqualTo(2);
		assertThat(of(this.rankings.current(DAILY)).measured()).isEqualTo(2);
	}

	@Test
	void whatNobodyAsksForIsNotKept() {
		of(this.rankings.current(DAILY));
		at(NOW.plus(Duration.ofMinutes(14)));
		assertThat(this.rankings.ready(DAILY)).isNotNull();
		at(NOW.plus(Duration.ofMinutes(30)));
		assertThat(this.rankings.ready(DAILY)).isNull();
	}

	@Test
	void aDayOfThePastIsMadeOnceWhileNothingChanges() {
		Ranking first = replayed(PAST);
		at(NOW.plus(Duration.ofMinutes(10)));
		assertThat(replayed(PAST)).isSameAs(first);
		assertThat(replayed(new RankingKey(List.of("Java"), Window.DAILY, DAY.minusDays(1)))).isNotSameAs(first);
		assertThat(replayed(new RankingKey(List.of("Java"), Window.WEEKLY, DAY))).isNotSameAs(first);
	}

	@Test
	void aDayOfThePastFollowsThePoolWithALongerLag() {
		Ranking first = replayed(PAST);
		measured("o/two");
		at(NOW.plusSeconds(50));
		assertThat(replayed(PAST)).isSameAs(first);
		at(NOW.plusSeconds(70));
		assertThat(replayed(PAST).measured()).isEqualTo(2);
	}

	@Test
	void aDayThatIsNotHeldIsLookedForAgainWhenThePoolChanges() {
		RankingKey early = new RankingKey(List.of("Java"), Window.DAILY, LocalDate.parse("2026-10-15"));
		assertThat(of(this.rankings.replay(early)).ranking()).isNull();
		for (String name : List.of("o/two", "o/three")) {
			measured(name, 60);
		}
		at(NOW.plusSeconds(2));
		assertThat(of(this.rankings.replay(early)).ranking()).isNotNull();
	}

	@Test
	void aDayOfThePastIsMadeAnewWhenTheDayTurns() {
		at(Instant.parse("2026-11-22T23:59:40Z"));
		Ranking first = replayed(PAST);
		at(Instant.parse("2026-11-22T23:59:59Z"));
		assertThat(replayed(PAST)).isSameAs(first);
		at(Instant.parse("2026-11-23T00:00:10Z"));
		assertThat(replayed(PAST)).isNotSameAs(first);
	}

	@Test
	void pastDaysInMemoryAreBoundedByRows() {
		Replays few = new Replays(
				new RankingProperties(Duration.ofSeconds(1), 10, Duration.ofMinutes(15), Duration.ofMinutes(1), 120, 1),
				Clock.fixed(NOW, ZoneOffset.UTC));
		Snapshot snapshot = new Snapshot(this.pool.of("Java"), 7, DAY.plusDays(1), NOW);
		for (int day = 0; day < 20; day++) {
			few.make(new RankingKey(List.of("Java"), Window.DAILY, DAY.minusDays(day)), snapshot, this.ranker);
		}
		long held = IntStream.range(0, 20)
			.filter((day) -> few.ready(new RankingKey(List.of("Java"), Window.DAILY, DAY.minusDays(day)), 7,
					DAY.plusDays(1)) != null)
			.count();
		assertThat(held).isBetween(1L, 2L);
	}

	private Ranking replayed(RankingKey key) {
		return Objects.requireNonNull(of(this.rankings.replay(key)).ranking());
	}

	private void at(Instant now) {
		this.now.set(now);
	}

	private void measured(String name) {
		measured(name, 30);
	}

	private void measured(String name, int days) {
		this.pool.seen(List.of(new Candidate(name.hashCode(), name, "https://github.com/" + name, null, "Java",
				List.of(), null, Instant.EPOCH, null, 9, 1, NOW)));
		LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
		this.pool.measured(name, new StarHistory(today.minusDays(days), Collections.nCopies(days, 1), 0, NOW));
	}

	private static <T> T of(Mono<T> answer) {
		return Objects.requireNonNull(answer.block(LONG));
	}

	private static <T> T bind(String prefix, Class<T> type) {
		return Binder.get(new MockEnvironment()).bindOrCreate(prefix, type);
	}

}
