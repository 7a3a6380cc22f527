package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.BDDMockito;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import reactor.core.publisher.Mono;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.pool.TrackedRepository;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(OutputCaptureExtension.class)
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
		assertThat(this.world.registry.get("tgr.discovery.languages").gauge().value()).isEqualTo(2);
		assertThat(this.world.registry.get("tgr.discovery.languages.swept").gauge().value()).isZero();
		start(Duration.ofMinutes(5));
		assertThat(this.world.registry.get("tgr.discovery.languages.swept").gauge().value()).isEqualTo(2);
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
		World quiet = new World(Settings.discovery(Map.of("oldest-per-hour", 0)), Settings.liveRuns(Map.of()), "Go")
			.with("Go", 600);
		quiet.refresher.start();
		quiet.pass(Duration.ofMinutes(30));
		quiet.measurements.clear();
		quiet.pass(Duration.ofHours(3));
		quiet.refresher.stop();
		assertThat(quiet.measurements).contains("Go/r600").doesNotContain("Go/r560", "Go/r460");
	}

	@Test
	void oldestFiguresAreMeasuredAgainWithWhatTheBudgetLeaves() {
		start(Duration.ofHours(5));
		this.world.measurements.clear();
		this.world.pass(Duration.ofHours(2));
		assertThat(this.world.measurements).filteredOn((name) -> number(name) <= 570 && number(name) > 80)
			.hasSizeBetween(100, 2 * 500);
		Instant limit = this.world.clock.instant().minus(Duration.ofHours(3));
		assertThat(this.world.pool.of("Go")).extracting(TrackedRepository::history)
			.filteredOn(Objects::nonNull)
			.hasSizeGreaterThan(130)
			.allSatisfy((history) -> assertThat(history.asOf()).isAfter(limit));
	}

	@Test
	void oldestFiguresWaitWhileTheBudgetRunsLow() {
		start(Duration.ofHours(5));
		this.world.measurements.clear();
		this.world.coreRemaining = 2400;
		this.world.pass(Duration.ofHours(2));
		assertThat(this.world.measurements).filteredOn((name) -> number(name) <= 570 && number(name) > 80).isEmpty();
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
	void searchThatKeepsFailingHoldsUpItsOwnLanguageOnly() {
		this.world.searchFailure = new GithubException(GithubFailure.UNREADABLE,
				this.world.clock.instant().plus(Duration.ofDays(1)));
		this.world.failingSearches = (query) -> "Go".equals(query.language());
		start(Duration.ofMinutes(1));
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Go").missing()).containsExactly("github-unavailable");
		this.world.pass(Duration.ofHours(10));
		assertThat(this.world.searches).filteredOn((query) -> "Go".equals(query.language())).hasSizeBetween(10, 80);
		this.world.searchFailure = null;
		this.world.pass(Duration.ofMinutes(65));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
	}

	@Test
	void searchesAlreadyMadeAreNotMadeAgain() {
		this.world.searchFailure = new GithubException(GithubFailure.UNREADABLE, null);
		this.world.failingSearches = (query) -> query.page() == 2;
		start(Duration.ofMinutes(10));
		assertThat(this.world.searches).filteredOn((query) -> "Go".equals(query.language()) && query.page() == 1)
			.hasSize(5)
			.doesNotHaveDuplicates();
		this.world.searchFailure = null;
		this.world.pass(Duration.ofMinutes(30));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
	}

	@Test
	void laneGoesOnAfterAStepThatToldNothing() {
		BDDMockito.given(this.world.details.quota()).willReturn(Mono.empty());
		BDDMockito.given(this.world.search.search(BDDMockito.any())).willReturn(Mono.empty());
		start(Duration.ofMinutes(5));
		BDDMockito.then(this.world.search).should(BDDMockito.atLeast(10)).search(BDDMockito.any());
	}

	@Test
	void repositoryThatCannotBeReadHoldsUpNobody() {
		this.world.shortfall = new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		this.world.failingHistories = (name) -> name.equals("Go/r600") || name.equals("Zig/r80");
		start(Duration.ofMinutes(2));
		assertThat(this.world.discovery.state("Go").missing()).containsExactly("pending");
		this.world.pass(Duration.ofMinutes(18));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.COMPLETE);
		this.world.measurements.clear();
		this.world.pass(Duration.ofHours(13));
		assertThat(this.world.measurements).doesNotContain("Go/r600");
		this.world.shortfall = null;
		this.world.pass(Duration.ofHours(2));
		assertThat(this.world.measurements).contains("Go/r600", "Zig/r80");
	}

	@Test
	void repositoryThatCannotBeReadAgainHoldsUpNobody() {
		start(Duration.ofHours(13).plusMinutes(59));
		this.world.shortfall = new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		this.world.failingHistories = (name) -> name.equals("Go/r600");
		this.world.pass(Duration.ofMinutes(21));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
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
	void incompleteAnswerIsAskedForOnceMore() {
		this.world.incomplete = true;
		start(Duration.ofMinutes(5));
		assertThat(this.world.searches).filteredOn((query) -> "Zig".equals(query.language())).hasSize(2);
		assertThat(this.world.discovery.firstSweepComplete()).isTrue();
	}

	@Test
	void laneThatCannotGoOnSaysSo(CapturedOutput output) {
		this.world.scheduler.dispose();
		this.world.refresher.start();
		assertThat(output).contains("The refresher stops searching", "The refresher stops measuring",
				"The refresher stops asking for the quota");
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

	private static int number(String name) {
		return Integer.parseInt(name.substring(name.indexOf("/r") + 2));
	}

	private void start(Duration time) {
		this.world.refresher.start();
		this.world.pass(time);
	}

}
