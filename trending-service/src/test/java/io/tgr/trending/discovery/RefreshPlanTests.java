package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
class RefreshPlanTests {

	private static final String[] LANGUAGES = { "Ada", "Bosque", "Crystal", "Dart", "Elm", "Forth" };

	// A quarter of it: 140 an hour, 480 in one hour at most.
	private static final int LITTLE = 600;

	private final World world = new World(Settings.discovery(Map.of("tick", "5s")), Settings.liveRuns(Map.of()),
			LANGUAGES);

	RefreshPlanTests() {
		List.of(LANGUAGES).forEach((language) -> this.world.with(language, 200));
	}

	@AfterEach
	void stop() {
		this.world.refresher.stop();
	}

	@Test
	void noLanguageStarvesWhenAnHourIsTooShortForAll() {
		startBeforeMidnight();
		this.world.coreLimit = LITTLE;
		this.world.pass(Duration.ofMinutes(2));
		this.world.measurements.clear();
		this.world.pass(Duration.ofMinutes(50));
		assertThat(this.world.measurements).hasSizeBetween(440, 480);
		assertThat(byLanguage(this.world.measurements).values()).hasSize(LANGUAGES.length)
			.allSatisfy((count) -> assertThat(count).isBetween(70L, 90L));
		assertThat(this.world.plan.status().pauses()).singleElement()
			.satisfies((pause) -> assertThat(pause.reason()).isEqualTo("plan-spent"))
			.satisfies((pause) -> assertThat(pause.until()).isEqualTo("2026-11-23T01:00:00Z"));
		this.world.pass(Duration.ofHours(1));
		assertThat(this.world.plan.status().pauses()).isEmpty();
		assertThat(stages()).containsOnly(Stage.COMPLETE);
	}

	@Test
	void languageAskedForMoreOftenHasItsTurnSoonerButNotAlone() {
		startBeforeMidnight();
		for (int question = 0; question < 500; question++) {
			this.world.discovery.state("Ada");
		}
		this.world.measurements.clear();
		this.world.pass(Duration.ofMinutes(2).plusSeconds(10));
		Map<String, Long> first = byLanguage(this.world.measurements.subList(0, 80));
		assertThat(first.get("Ada")).isBetween(25L, 32L);
		assertThat(first).hasSize(LANGUAGES.length);
		assertThat(first.get("Forth")).isBetween(8L, 12L);
	}

	@Test
	void outageOverMidnightCostsLittleAndIsCaughtUpWithinMinutes() {
		start(Duration.ofHours(12));
		this.world.shortfall = new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		this.world.searchFailure = new GithubException(GithubFailure.UNAVAILABLE, null);
		this.world.measurements.clear();
		this.world.searches.clear();
		this.world.pass(Duration.ofHours(6));
		assertThat(this.world.measurements).as("calls in vain").hasSizeLessThan(6 * 30 * 8 + 100);
		assertThat(this.world.searches).as("searches in vain").hasSizeLessThan(6 * 130);
		assertThat(this.world.plan.status().pauses()).extracting(PlanStatus.Pause::reason)
			.containsOnly("github-unavailable");
		this.world.shortfall = null;
		this.world.searchFailure = null;
		this.world.measurements.clear();
		this.world.pass(Duration.ofMinutes(6));
		assertThat(stages()).containsOnly(Stage.COMPLETE);
		assertThat(this.world.plan.status().pauses()).isEmpty();
		assertThat(this.world.measurements).hasSizeLessThan(LANGUAGES.length * 200 * 2)
			.contains("Ada/r200", "Bosque/r200", "Forth/r200");
	}

	@Test
	void catchingUpStaysWithinThePlan() {
		start(Duration.ofMinutes(30));
		this.world.coreLimit = LITTLE;
		this.world.pass(Duration.ofHours(11));
		this.world.refresher.stop();
		this.world.pass(Duration.ofHours(12).plusMinutes(30));
		this.world.measurements.clear();
		this.world.refresher.start();
		this.world.pass(Duration.ofMinutes(59));
		assertThat(this.world.measurements).as("of one hour").hasSizeBetween(400, 480);
		this.world.pass(Duration.ofHours(2));
		assertThat(stages()).containsOnly(Stage.COMPLETE);
		this.world.pass(Duration.ofHours(13));
		assertThat(this.world.measurements).as("of a day").hasSizeLessThanOrEqualTo(3_360 + 50);
	}

	@Test
	void secondaryLimitIsWaitedForAndShown(CapturedOutput output) {
		start(Duration.ofMinutes(30));
		Instant until = this.world.clock.instant().plus(Duration.ofMinutes(10));
		this.world.corePausedUntil = until;
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, until);
		this.world.pass(Duration.ofMinutes(2));
		this.world.measurements.clear();
		this.world.pass(Duration.ofMinutes(7));
		assertThat(this.world.measurements).isEmpty();
		assertThat(this.world.plan.status().pauses()).singleElement()
			.satisfies((pause) -> assertThat(pause.bucket()).isEqualTo("core"))
			.satisfies((pause) -> assertThat(pause.reason()).isEqualTo("secondary-limit"))
			.satisfies((pause) -> assertThat(pause.until()).isEqualTo(until));
		assertThat(paused()).isEqualTo(1);
		this.world.corePausedUntil = null;
		this.world.shortfall = null;
		this.world.pass(Duration.ofHours(3));
		assertThat(this.world.measurements).isNotEmpty();
		assertThat(this.world.plan.status().pauses()).isEmpty();
		assertThat(paused()).isZero();
		assertThat(output).contains("Background work on core pauses until " + until + ": secondary-limit")
			.contains("Background work on core goes on after");
	}

	@Test
	void pauseIsOverWhenItsTimeIsThoughNothingWasTriedSince() {
		start(Duration.ofMinutes(30));
		Instant until = this.world.clock.instant().plus(Duration.ofMinutes(10));
		this.world.corePausedUntil = until;
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, until);
		this.world.pass(Duration.ofMinutes(2));
		assertThat(paused()).isEqualTo(1);
		this.world.refresher.stop();
		this.world.pass(Duration.ofMinutes(9));
		assertThat(this.world.plan.status().pauses()).isEmpty();
		assertThat(paused()).isZero();
	}

	@Test
	void replicaWhoseTurnItIsNotPlansNothing() {
		start(Duration.ofMinutes(30));
		assertThat(this.world.plan.status().refreshing()).isTrue();
		this.world.corePausedUntil = this.world.clock.instant().plus(Duration.ofMinutes(10));
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, this.world.corePausedUntil);
		this.world.pass(Duration.ofMinutes(2));
		this.world.leads = false;
		PlanStatus status = this.world.plan.status();
		assertThat(status.refreshing()).isFalse();
		assertThat(status.pauses()).isEmpty();
		assertThat(status.lanes()).hasSize(PlanLane.values().length)
			.allSatisfy((lane) -> assertThat(lane.planned() + lane.due()).isZero());
		assertThat(paused()).isZero();
		assertThat(this.world.registry.get("tgr.discovery.plan.planned").gauges())
			.allSatisfy((gauge) -> assertThat(gauge.value()).isZero());
	}

	@Test
	void planAndWhatBecameOfItAreShownAndLogged(CapturedOutput output) {
		start(Duration.ofHours(1).plusMinutes(30));
		PlanStatus status = this.world.plan.status();
		assertThat(status.languages()).isEqualTo(LANGUAGES.length);
		assertThat(status.from()).isEqualTo("2026-11-22T11:00:00Z");
		assertThat(status.lanes()).extracting(PlanStatus.Lane::lane)
			.isEqualTo(Arrays.stream(PlanLane.values()).map(PlanLane::id).toList());
		assertThat(status.lanes()).filteredOn((lane) -> lane.lane().equals("repeated-searches"))
			.singleElement()
			.satisfies((lane) -> assertThat(lane.planned()).isEqualTo(12))
			.satisfies((lane) -> assertThat(lane.spent()).isBetween(6, 12));
		assertThat(output).contains("Plan of the hour from 2026-11-22T11:00:00Z for 6 languages: first-searches 0, ")
			.contains("The hour from 2026-11-22T10:00:00Z spent, of what was planned: first-searches 12/42, ");
		assertThat(this.world.registry.get("tgr.discovery.plan.spent").tag("lane", "repeated-searches").gauge().value())
			.isBetween(6.0, 12.0);
	}

	@Test
	void repositoryThatSearchesSeeRiseIsMeasuredAgain() {
		start(Duration.ofHours(1));
		this.world.measurements.clear();
		this.world.pass(Duration.ofHours(14));
		assertThat(this.world.measurements).as("beyond those measured daily").doesNotContain("Ada/r20");
		this.world.rise("Ada/r20", 5_000);
		this.world.pass(Duration.ofHours(5));
		assertThat(this.world.measurements).contains("Ada/r20");
	}

	private double paused() {
		return this.world.registry.get("tgr.discovery.plan.paused").tag("bucket", "core").gauge().value();
	}

	private List<Stage> stages() {
		return Arrays.stream(LANGUAGES).map((language) -> this.world.discovery.state(language).stage()).toList();
	}

	private static Map<String, Long> byLanguage(List<String> measurements) {
		return measurements.stream()
			.collect(Collectors.groupingBy((name) -> name.substring(0, name.indexOf('/')), Collectors.counting()));
	}

	private void startBeforeMidnight() {
		start(Duration.ofHours(13).plusMinutes(58));
	}

	private void start(Duration time) {
		this.world.refresher.start();
		this.world.pass(time);
	}

}
