package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.BindException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class HourPlanTests {

	private static final Instant NOON = Instant.parse("2026-11-22T12:20:00Z");

	private final DiscoveryProperties properties = Settings.discovery(Map.of());

	@ParameterizedTest
	@CsvSource({ "60, 10, 3", "600, 30, 31", "5000, 30, 31", "5000, 30, 200", "12500, 30, 31" })
	void wholeDayStaysWithinTheShareAtAnyLevelOfAccess(int core, int search, int languages) {
		HourPlan plan = plan(core, search, languages, NOON);
		HourPlan midnight = plan(core, search, languages, Instant.parse("2026-11-22T00:00:00Z"));
		int steady = plan.planned(PlanLane.HOT) + plan.planned(PlanLane.RISERS) + plan.planned(PlanLane.OLDEST);
		int dayTurn = (int) Math.min(0.6 * plan.budget().corePerDay(), (double) languages * plan.depth().daily());
		assertThat(dayTurn + 24 * steady).isBetween(1, core * 24 / 4);
		assertThat(midnight.planned(PlanLane.DAY_TURN)).isEqualTo(Math.min(dayTurn, plan.budget().coreAtMost()));
		assertThat(plan.planned(PlanLane.REPEATED_SEARCHES)).isBetween(1, search * 60 / 4);
		assertThat(plan.budget().searchesPerMinute()).isLessThanOrEqualTo(search * 8 / 10);
		assertThat(plan.budget().coreAtMost()).isLessThanOrEqualTo(core * 8 / 10);
	}

	@Test
	void tokenMeasuresTheTopEveryTwoHours() {
		HourPlan plan = plan(5000, 30, 31, NOON);
		assertThat(plan.hotInterval()).isBetween(Duration.ofMinutes(110), Duration.ofMinutes(130));
		assertThat(plan.depth()).isEqualTo(new HourPlan.Depth(120, 300, 130, 30));
		assertThat(plan.searchInterval()).isEqualTo(Duration.ofHours(1));
		assertThat(plan.budget()).isEqualTo(new HourlyBudget(28_000, 4_000, 450, 20));
	}

	@Test
	void appMeasuresTheTopEveryHour() {
		assertThat(plan(12_500, 30, 31, NOON).hotInterval()).isEqualTo(Duration.ofHours(1));
	}

	@Test
	void withoutLimitsItSpendsNoMoreThanAnApp() {
		assertThat(plan(null, null, 31, NOON)).isEqualTo(plan(12_500, 30, 31, NOON));
	}

	@Test
	void anonymousAccessLooksLessDeeplyAndLessOften() {
		HourPlan plan = plan(60, 10, 3, NOON);
		assertThat(plan.budget()).isEqualTo(new HourlyBudget(336, 48, 150, 6));
		assertThat(plan.depth().daily()).isBetween(60, 70);
		assertThat(plan.depth().most()).isBetween(50, 60);
		assertThat(plan.hotInterval()).isNull();
		assertThat(plan.planned(PlanLane.HOT)).isZero();
	}

	@Test
	void searchesAreSpreadWhenThereAreTooManyLanguages() {
		HourPlan plan = plan(60, 10, 300, NOON);
		assertThat(plan.searchInterval()).isEqualTo(Duration.ofHours(4));
		assertThat(plan.planned(PlanLane.REPEATED_SEARCHES)).isEqualTo(150);
	}

	@Test
	void shareThatLeavesNothingToPeopleStopsTheStart() {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> Settings.discovery(Map.of("budget-share", 0.9)))
			.havingRootCause()
			.withMessageContaining("budget-share must be above 0 and at most 0.8");
	}

	private HourPlan plan(@Nullable Integer core, @Nullable Integer search, int languages, Instant now) {
		return HourPlan.of(now, HourlyBudget.of(core, search, this.properties),
				new Followed(languages, Math.min(languages, 31), 0, 0), Map.of(), this.properties);
	}

}
