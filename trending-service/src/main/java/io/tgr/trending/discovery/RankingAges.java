package io.tgr.trending.discovery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import io.micrometer.core.instrument.binder.MeterBinder;

import io.tgr.trending.pool.CandidatePool;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Window;

/**
 * Tells for each window how old the oldest figure is that a ranking of a language swept
 * unasked rests on, whether anybody asks for it or not.
 */
class RankingAges implements MeterBinder {

	private final Sweeps sweeps;

	private final CandidatePool pool;

	private final Ranker ranker;

	private final Clock clock;

	RankingAges(Sweeps sweeps, CandidatePool pool, Ranker ranker, Clock clock) {
		this.sweeps = sweeps;
		this.pool = pool;
		this.ranker = ranker;
		this.clock = clock;
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		for (Window window : Window.values()) {
			TimeGauge.builder("tgr.ranking.age", this, TimeUnit.SECONDS, (ages) -> ages.of(window))
				.description("Age of the oldest figure in the rankings of the languages swept unasked")
				.tag("window", window.id())
				.register(registry);
		}
	}

	private double of(Window window) {
		Instant now = this.clock.instant();
		LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
		return this.sweeps.planned()
			.stream()
			.map((sweep) -> sweep.scope().language())
			.filter(Objects::nonNull)
			.map((language) -> this.ranker.asOf(this.pool.of(language), window, yesterday))
			.filter(Objects::nonNull)
			.min(Comparator.naturalOrder())
			.map((oldest) -> Duration.between(oldest, now).toMillis() / 1000.0)
			.orElse(Double.NaN);
	}

}
