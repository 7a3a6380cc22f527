package io.tgr.trending.discovery;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.tgr.trending.details.Shortfall;
import io.tgr.trending.discovery.SweepState.Stage;

import static org.assertj.core.api.Assertions.assertThat;

class MeasuringAllowanceTests {

	private static final List<String> ASKED = IntStream.range(0, 10).mapToObj((number) -> "L" + number).toList();

	private World world = world(Map.of("measurements-per-day", 2000, "hot-interval", "2h"));

	@AfterEach
	void stop() {
		this.world.refresher.stop();
	}

	@Test
	void languagesThatSomebodyAskedForTakeAShareOfTheDay() {
		start(Duration.ofMinutes(20));
		this.world.measurements.clear();
		askForAll();
		this.world.pass(Duration.ofHours(1));
		assertThat(asked(this.world.measurements)).as("live runs, and the share")
			.isBetween(10 * 48 + 400L, 10 * 48 + 550L);
		this.world.searches.clear();
		this.world.pass(Duration.ofHours(2));
		assertThat(this.world.searches).isNotEmpty()
			.allMatch((query) -> List.of("Go", "Zig").contains(query.language()));
		assertThat(this.world.measurements).as("of planned languages").contains("Go/r600", "Zig/r80");
		assertThat(asked(this.world.measurements)).isLessThanOrEqualTo(10 * 48 + 550L);
	}

	@Test
	void languagesBeyondTheShareSaySoInTheFirstAnswerAlready() {
		this.world = world(Map.of("measurements-per-day", 2000, "asked-share", 0.05));
		start(Duration.ofMinutes(20));
		askForAll();
		this.world.pass(Duration.ofMinutes(10));
		this.world.with("Nim", 300);
		this.world.discovery.ensure("Nim").subscribe();
		this.world.pass(Duration.ofSeconds(1));
		assertThat(this.world.measurements).filteredOn((name) -> name.startsWith("Nim/")).hasSize(48);
		assertThat(this.world.discovery.state("Nim").stage()).isEqualTo(Stage.INCOMPLETE);
		assertThat(this.world.discovery.state("Nim").missing()).containsExactly("quota");
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
	}

	@Test
	void shareIsThereAgainOnTheNextDay() {
		this.world = world(Map.of("measurements-per-day", 2000, "asked-share", 0.1));
		start(Duration.ofMinutes(20));
		askForAll();
		this.world.pass(Duration.ofHours(12));
		assertThat(ASKED).filteredOn((language) -> this.world.sweeps.of(new Scope(language)).isSwept())
			.hasSizeBetween(1, 2);
		this.world.pass(Duration.ofHours(3));
		assertThat(ASKED).filteredOn((language) -> this.world.sweeps.of(new Scope(language)).isSwept())
			.hasSizeGreaterThan(2);
	}

	@Test
	void callsThatFailedCountToo() {
		this.world = world(Map.of("measurements-per-day", 200));
		this.world.shortfall = new Shortfall(Shortfall.Reason.GITHUB_UNAVAILABLE, null);
		this.world.failingHistories = (name) -> number(name) % 2 == 0;
		start(Duration.ofHours(1));
		assertThat(this.world.measurements).hasSizeBetween(200, 250);
	}

	@Test
	void callsForWhatIsGoneCountToo() {
		this.world = world(Map.of("measurements-per-day", 100));
		this.world.shortfall = new Shortfall(Shortfall.Reason.GONE, null);
		start(Duration.ofHours(1));
		assertThat(this.world.measurements).hasSizeBetween(100, 150);
	}

	@Test
	void callsThatAnOutageOrAnEmptyQuotaKeptFromAnAnswerDoNot() {
		this.world = world(Map.of("measurements-per-day", 600));
		this.world.refresher.start();
		for (Shortfall.Reason reason : List.of(Shortfall.Reason.GITHUB_UNREACHABLE, Shortfall.Reason.QUOTA)) {
			this.world.shortfall = new Shortfall(reason, null);
			this.world.pass(Duration.ofHours(1));
		}
		this.world.shortfall = null;
		this.world.pass(Duration.ofMinutes(20));
		assertThat(this.world.discovery.state("Go").stage()).isEqualTo(Stage.COMPLETE);
	}

	private void askForAll() {
		for (String language : ASKED) {
			this.world.with(language, 400);
			this.world.discovery.ensure(language).subscribe();
			this.world.pass(Duration.ofSeconds(1));
		}
	}

	private void start(Duration time) {
		this.world.refresher.start();
		this.world.pass(time);
	}

	private static World world(Map<String, Object> settings) {
		return new World(Settings.discovery(settings), Settings.liveRuns(Map.of()), "Go", "Zig").with("Go", 600)
			.with("Zig", 80);
	}

	private static long asked(List<String> measurements) {
		return measurements.stream().filter((name) -> name.startsWith("L")).count();
	}

	private static int number(String name) {
		return Integer.parseInt(name.substring(name.indexOf("/r") + 2));
	}

}
