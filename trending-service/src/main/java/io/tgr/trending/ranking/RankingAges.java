package io.tgr.trending.ranking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.TimeGauge;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Tells how old the oldest figure in the ranking last made of each window is.
 */
@Component
final class RankingAges {

	private final Map<Window, AtomicReference<@Nullable Instant>> asOf = new EnumMap<>(Window.class);

	RankingAges(MeterRegistry registry, Clock clock) {
		for (Window window : Window.values()) {
			AtomicReference<@Nullable Instant> oldest = new AtomicReference<>();
			this.asOf.put(window, oldest);
			TimeGauge.builder("tgr.ranking.age", oldest, TimeUnit.SECONDS, (ref) -> age(ref.get(), clock))
				.description("Age of the oldest figure in the ranking made last")
				.tag("window", window.id())
				.register(registry);
		}
	}

	void made(Ranking ranking) {
		AtomicReference<@Nullable Instant> oldest = this.asOf.get(ranking.period().window());
		if (oldest != null) {
			oldest.set(ranking.asOf());
		}
	}

	private static double age(@Nullable Instant asOf, Clock clock) {
		return (asOf != null) ? Duration.between(asOf, clock.instant()).toMillis() / 1000.0 : Double.NaN;
	}

}
