package io.tgr.trending.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class RefresherTests {

	private final World world = new World(Settings.discovery(Map.of("tick", "5s")), Settings.liveRuns(Map.of()), "Go",
			"Zig")
		.with("Go", 600)
		.with("Zig", 80);

	@AfterEach
	void stop() {
		this.world.refresher.stop();
	}

	@Test
	void plannedLanguagesAreSweptAfterTheStart() {
		start(Duration.ofMinutes(5));
		assertThat(this.world.discovery.firstSweepComplete()).isTrue();
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Go").missing()).isEmpty();
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.measurements).doesNotHaveDuplicates();
	}

	@Test
	void languageWithFewRepositoriesTakesOneSearch() {
		start(Duration.ofMinutes(5));
		assertThat(this.world.searches).filteredOn((query) -> "Zig".equals(query.language())).hasSize(1);
		assertThat(this.world.searches).filteredOn((query) -> "Go".equals(query.language())).hasSize(7);
	}

	@Test
	void measuringGoesOnOnlyWhileItFindsTheTop() {
		start(Duration.ofMinutes(5));
		assertThat(this.world.measurements.stream().filter((name) -> name.startsWith("Go/")).count()).isBetween(130L,
				300L);
		assertThat(this.world.measurements).contains("Go/r600", "Go/r590");
	}

	@Test
	void paceOfMeasuringIsBounded() {
		start(Duration.ofSeconds(10));
		assertThat(this.world.measurements.size()).isLessThanOrEqualTo(200);
	}

	@Test
	void sweptLanguageTakesTwoSearchesAnHour() {
		start(Duration.ofMinutes(30));
		this.world.searches.clear();
		this.world.pass(Duration.ofHours(3));
		assertThat(this.world.searches).filteredOn((query) -> "Go".equals(query.language()))
			.hasSizeBetween(4, 6)
			.doesNotHaveDuplicates();
	}

	@Test
	void topIsMeasuredAgainDuringTheDayAndTheTailIsNot() {
		start(Duration.ofMinutes(30));
		this.world.measurements.clear();
		this.world.pass(Duration.ofHours(3));
		assertThat(this.world.measurements).contains("Go/r600").doesNotContain("Go/r460");
	}

	@Test
	void historiesAreDueAgainWhenTheDayTurns() {
		start(Duration.ofHours(13).plusMinutes(59));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		this.world.measurements.clear();
		this.world.pass(Duration.ofMinutes(1).plusMillis(1));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(this.world.discovery.state("Go").missing()).containsExactly("pending");
		this.world.pass(Duration.ofMinutes(2));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.measurements).hasSizeGreaterThanOrEqualTo(210).contains("Go/r600", "Zig/r80");
		assertThat(this.world.measurements.indexOf("Go/r600")).isLessThan(5);
	}

	@Test
	void failedRefreshIsStaleAndRecovers() {
		start(Duration.ofMinutes(30));
		this.world.searchFailure = new GithubException(GithubFailure.UNREACHABLE, null);
		this.world.pass(Duration.ofHours(1));
		SweepState down = this.world.discovery.state("Go");
		assertThat(down.staleSince()).isNotNull();
		assertThat(down.missing()).containsExactly("github-unavailable");
		this.world.searchFailure = null;
		this.world.pass(Duration.ofMinutes(1));
		assertThat(this.world.discovery.state("Go").staleSince()).isNull();
		assertThat(this.world.discovery.state("Go").missing()).isEmpty();
	}

	@Test
	void failingHistoriesAreNamedAndNeverCountAsMeasured() {
		this.world.shortfall = new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		start(Duration.ofMinutes(5));
		assertThat(this.world.discovery.state("Go").stage()).isNotEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Go").missing()).containsExactly("github-unavailable");
		assertThat(this.world.measurements.size()).isLessThan(700);
		this.world.shortfall = null;
		this.world.pass(Duration.ofMinutes(15));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Go").missing()).isEmpty();
	}

	@Test
	void emptyQuotaIsWaitedFor() {
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, this.world.clock.instant().plusSeconds(1800));
		start(Duration.ofMinutes(10));
		assertThat(this.world.measurements.size()).isLessThan(1000);
		assertThat(this.world.discovery.state("Go").missing()).containsExactly("quota");
		this.world.shortfall = null;
		this.world.pass(Duration.ofMinutes(25));
		assertThat(this.world.discovery.state("Go").missing()).isEmpty();
	}

	@Test
	void removedRepositoriesAreForgotten() {
		this.world.shortfall = new Shortfall(Shortfall.Reason.GONE, null);
		start(Duration.ofMinutes(5));
		assertThat(this.world.pool.find("Zig/r80")).isNull();
	}

	@Test
	void smallQuotaIsKeptForWhatSomebodyAskedFor() {
		this.world.coreLimit = 60;
		start(Duration.ofMinutes(10));
		assertThat(this.world.measurements).isEmpty();
		this.world.discovery.ensure("Zig").subscribe();
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.measurements).isNotEmpty().allMatch((name) -> name.startsWith("Zig/"));
	}

	@Test
	void languageAskedForGoesFirst() {
		this.world.with("Nim", 150);
		this.world.discovery.ensure("Nim").subscribe();
		this.world.pass(Duration.ofSeconds(1));
		start(Duration.ofSeconds(20));
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Go").stage()).isNotEqualTo(Stage.COMPLETE);
	}

	@Test
	void languageNobodyAsksForAnyMoreIsLeftAlone() {
		this.world.with("Nim", 150);
		this.world.discovery.ensure("Nim").subscribe();
		start(Duration.ofHours(40));
		this.world.searches.clear();
		this.world.pass(Duration.ofHours(2));
		assertThat(this.world.searches).isNotEmpty().noneMatch((query) -> "Nim".equals(query.language()));
		assertThat(this.world.discovery.state("Nim").missing()).containsExactly("pending");
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.COMPLETE);
	}

	@Test
	void incompleteAnswerIsAskedForOnceMore() {
		this.world.incomplete = true;
		start(Duration.ofMinutes(5));
		assertThat(this.world.searches).filteredOn((query) -> "Zig".equals(query.language())).hasSize(2);
		assertThat(this.world.discovery.firstSweepComplete()).isTrue();
	}

	@Test
	void switchedOffItDoesNothing() {
		World quiet = new World(Settings.discovery(Map.of("refresh", false)), Settings.liveRuns(Map.of()), "Go");
		quiet.refresher.start();
		quiet.pass(Duration.ofHours(1));
		assertThat(quiet.searches).isEmpty();
		assertThat(quiet.refresher.isRunning()).isFalse();
	}

	@Test
	void wholeDayOfThirtyLanguagesTakesAQuarterOfATokensBudget() {
		String[] languages = IntStream.range(0, 30).mapToObj((number) -> "L" + number).toArray(String[]::new);
		World all = new World(Settings.discovery(Map.of("tick", "1m")), Settings.liveRuns(Map.of()), languages);
		List.of(languages).forEach((language) -> all.with(language, 200));
		all.refresher.start();
		all.pass(Duration.ofMinutes(30));
		assertThat(all.discovery.firstSweepComplete()).isTrue();
		assertThat(all.measurements.size()).as("first sweep").isLessThanOrEqualTo(30 * 200);
		all.measurements.clear();
		all.searches.clear();
		all.pass(Duration.ofDays(1));
		all.refresher.stop();
		assertThat(all.measurements.size()).as("core calls").isBetween(30 * 130, 5000 * 24 / 4);
		assertThat(all.searches.size()).as("searches").isLessThanOrEqualTo(30 * 2 * 24);
	}

	private void start(Duration time) {
		this.world.refresher.start();
		this.world.pass(time);
	}

}
