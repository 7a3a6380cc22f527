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

	private static final RankingKey WEEKLY = new RankingKey(List.of("Java"), Window.WEEKLY);

	private final AtomicReference<Instant> now = new AtomicReference<>(NOW);

	private final InstantSource source = this.now::get;

	private final CandidatePool pool = new CandidatePool(new PoolProperties(100), Clock.systemUTC());

	private final Rankings rankings = new Rankings(this.pool,
			new Ranker(new Formula(bind("tgr.trending.formula", FormulaProperties.class))),
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

	private void at(Instant now) {
		this.now.set(now);
	}

	private void measured(String name) {
		this.pool.seen(List.of(new Candidate(name.hashCode(), name, "https://github.com/" + name, null, "Java",
				List.of(), null, Instant.EPOCH, null, 9, 1, NOW)));
		LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
		this.pool.measured(name, new StarHistory(today.minusDays(30), Collections.nCopies(30, 1), 0, NOW));
	}

	private static <T> T of(Mono<T> answer) {
		return Objects.requireNonNull(answer.block(LONG));
	}

	private static <T> T bind(String prefix, Class<T> type) {
		return Binder.get(new MockEnvironment()).bindOrCreate(prefix, type);
	}

}
