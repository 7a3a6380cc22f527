package io.tgr.trending;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.mock.env.MockEnvironment;

import io.tgr.trending.discovery.SweepState;
import io.tgr.trending.pool.StarHistory;
import io.tgr.trending.pool.TrackedRepository;
import io.tgr.trending.ranking.Formula;
import io.tgr.trending.ranking.FormulaProperties;
import io.tgr.trending.ranking.Ranker;
import io.tgr.trending.ranking.Ranking;
import io.tgr.trending.ranking.Window;

import static org.assertj.core.api.Assertions.assertThat;

class BasisTests {

	private static final Instant MEASURED = Instant.parse("2026-11-22T03:00:00Z");

	private static final Instant LATER = MEASURED.plusSeconds(60);

	@Test
	void isNeverNewerThanTheFiguresShown() {
		assertThat(basis(MEASURED, LATER).asOf()).isEqualTo(MEASURED);
		assertThat(basis(LATER, MEASURED).asOf()).isEqualTo(MEASURED);
		assertThat(basis(MEASURED, null).asOf()).isEqualTo(MEASURED);
	}

	private static Basis basis(Instant measured, @Nullable Instant swept) {
		LocalDate yesterday = LocalDate.ofInstant(MEASURED, ZoneOffset.UTC).minusDays(1);
		Ranker ranker = new Ranker(new Formula(
				Binder.get(new MockEnvironment()).bindOrCreate("tgr.trending.formula", FormulaProperties.class)));
		TrackedRepository row = new TrackedRepository(Repositories.candidate("o/n", "Java", 9, 1, Instant.EPOCH),
				new StarHistory(yesterday.minusDays(9), Collections.nCopies(10, 1), 0, measured));
		Ranking ranking = ranker.rank(List.of(row), Window.DAILY, yesterday);
		return new Basis(ranking, List.of(new SweepState(SweepState.Stage.COMPLETE, List.of(), swept, null)),
				List.of());
	}

}
