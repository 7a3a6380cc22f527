package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.tgr.common.github.GithubException;
import io.tgr.common.github.GithubFailure;
import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;
import io.tgr.trending.pool.StarHistory;

import static org.assertj.core.api.Assertions.assertThat;

class AskedLanguagesTests {

	private final World world = new World(Settings.discovery(Map.of("tick", "5s")), Settings.liveRuns(Map.of()), "Go",
			"Zig")
		.with("Go", 600)
		.with("Zig", 80);

	@AfterEach
	void stop() {
		this.world.refresher.stop();
	}

	@Test
	void allLanguagesTogetherAreIncompleteUntilEachHasBeenSwept() {
		this.world.searchFailure = new GithubException(GithubFailure.UNREADABLE, null);
		this.world.failingSearches = (query) -> "Go".equals(query.language());
		this.world.discovery.ensure(null).subscribe();
		start(Duration.ofMinutes(10));
		assertThat(this.world.sweeps.of(Scope.ALL).isCurrent()).isTrue();
		assertThat(this.world.discovery.state(null).stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(this.world.discovery.state(null).missing()).containsExactly("pending");
		assertThat(this.world.discovery.state("Zig").stage()).isEqualTo(Stage.COMPLETE);
		this.world.searchFailure = null;
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state(null).stage()).isEqualTo(Stage.COMPLETE);
		assertThat(this.world.discovery.state(null).missing()).isEmpty();
	}

	@Test
	void smallQuotaIsWhyAllLanguagesTogetherStayIncomplete() {
		this.world.coreLimit = 60;
		start(Duration.ofMinutes(1));
		this.world.discovery.ensure(null).subscribe();
		this.world.pass(Duration.ofHours(4));
		assertThat(this.world.sweeps.of(Scope.ALL).isCurrent()).isTrue();
		assertThat(this.world.discovery.state(null).stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(this.world.discovery.state(null).missing()).containsExactly("quota");
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
	void languageAskedOnceIsCompletedBehindTheAnswer() {
		this.world.with("Nim", 400);
		start(Duration.ofMinutes(30));
		this.world.discovery.ensure("Nim").subscribe();
		this.world.pass(Duration.ofSeconds(1));
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(measured("Nim")).hasSize(48);
		this.world.pass(Duration.ofMinutes(10));
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(measured("Nim")).hasSizeGreaterThanOrEqualTo(120).containsAll(top("Nim", 400));
	}

	@Test
	void languageAskedOnceStaysCurrentForADay() {
		this.world.with("Nim", 400);
		this.world.discovery.ensure("Nim").subscribe();
		start(Duration.ofHours(23));
		this.world.searches.clear();
		this.world.pass(Duration.ofMinutes(59));
		assertThat(this.world.sweeps.of(new Scope("Nim")).isCurrent()).isTrue();
		assertThat(this.world.searches).filteredOn((query) -> "Nim".equals(query.language())).hasSize(2);
		Instant now = this.world.clock.instant();
		LocalDate yesterday = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(1);
		assertThat(top("Nim", 400)).allSatisfy((name) -> {
			StarHistory history = Objects.requireNonNull(this.world.pool.find(name)).history();
			assertThat(history).isNotNull();
			assertThat(history.to()).isEqualTo(yesterday);
			assertThat(history.asOf()).isAfter(now.minus(Duration.ofHours(2).plusMinutes(2)));
		});
	}

	@Test
	void languageAskedForWhileTheQuotaIsUsedUpIsCompletedOnceThereIsSomeAgain() {
		start(Duration.ofMinutes(10));
		this.world.with("Nim", 400);
		this.world.shortfall = new Shortfall(Shortfall.Reason.QUOTA, this.world.clock.instant().plusSeconds(2400));
		this.world.discovery.ensure("Nim").subscribe();
		this.world.pass(Duration.ofMinutes(40));
		assertThat(measured("Nim")).isEmpty();
		assertThat(this.world.discovery.state("Nim").missing()).containsExactly("quota");
		this.world.shortfall = null;
		this.world.pass(Duration.ofMinutes(5));
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.COMPLETE);
		assertThat(measured("Nim")).containsAll(top("Nim", 400));
	}

	private List<String> measured(String language) {
		return this.world.pool.of(language)
			.stream()
			.filter((repository) -> repository.history() != null)
			.map((repository) -> repository.candidate().fullName())
			.toList();
	}

	private static List<String> top(String language, int count) {
		return IntStream.rangeClosed(count - 24, count).mapToObj((number) -> language + "/r" + number).toList();
	}

	private void start(Duration time) {
		this.world.refresher.start();
		this.world.pass(time);
	}

}
