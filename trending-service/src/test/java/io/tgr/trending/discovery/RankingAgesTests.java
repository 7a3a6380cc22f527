package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;

import io.tgr.trending.pool.Candidate;
import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.pool.PoolProperties;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;

import static org.assertj.core.api.Assertions.assertThat;

class RankingAgesTests {

	private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");

	private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);

	private final CandidatePool pool = new CandidatePool(new PoolProperties(100), Clock.systemUTC());

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	RankingAgesTests() {
		Formula formula = new Formula(
				new Binder(List.of()).bindOrCreate("tgr.trending.formula", FormulaProperties.class));
		Sweeps sweeps = new Sweeps(List.of(Scope.ALL, new Scope("Go"), new Scope("Zig")), Duration.ofHours(24),
				this.clock);
		new RankingAges(sweeps, this.pool, new Ranker(formula), this.clock).bindTo(this.registry);
	}

	@Test
	void nothingMeasuredHasNoAge() {
		assertThat(age("daily")).isNaN();
	}

	@Test
	void oldestFigureOfThePlannedLanguagesCountsWhoeverIsRankedLast() {
		measured("Go", Duration.ofHours(2), 30);
		measured("Zig", Duration.ofHours(5), 7);
		measured("Nim", Duration.ofHours(9), 30);
		assertThat(age("daily")).isEqualTo(5);
		assertThat(age("weekly")).isEqualTo(5);
		assertThat(age("monthly")).as("a week is no month").isEqualTo(2);
		measured("Zig", Duration.ofHours(1), 30);
		assertThat(age("daily")).isEqualTo(2);
	}

	private double age(String window) {
		return this.registry.get("tgr.ranking.age").tag("window", window).timeGauge().value(TimeUnit.HOURS);
	}

	private void measured(String language, Duration ago, int days) {
		String name = language + "/r";
		this.pool.seen(List.of(new Candidate(name.hashCode(), name, "https://github.com/" + name, null, language,
				List.of(), null, Instant.EPOCH, null, 9, 1, NOW)));
		this.pool.measured(name, new StarHistory(NOW.atZone(ZoneOffset.UTC).toLocalDate().minusDays(days),
				Collections.nCopies(days, 1), 0, NOW.minus(ago)));
	}

}
