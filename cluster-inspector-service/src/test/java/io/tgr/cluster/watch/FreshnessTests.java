package io.tgr.cluster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;

import static org.assertj.core.api.Assertions.assertThat;

class FreshnessTests {

	private static final Right WATCH_PODS = Right.to("watch", "pods", null);

	private final MovableClock clock = new MovableClock();

	private final Instant start = this.clock.instant();

	private final Freshness freshness = new Freshness(WatchedCluster.properties(Map.of()), this.clock);

	@Test
	void nothingIsKnownAtFirst() {
		assertThat(this.freshness.report()).isEqualTo(new FreshnessReport(false, null, null, Set.of(), List.of()));
		assertThat(this.freshness.settled()).isFalse();
	}

	@Test
	void apiThatWasNeverReachedIsTheReason() {
		this.clock.advance(Duration.ofSeconds(3));
		this.freshness.rightsUnknown(failure(KubernetesFailure.UNREACHABLE));
		FreshnessReport report = this.freshness.report();
		assertThat(report.listed()).isFalse();
		assertThat(report.stale()).isEqualTo(new Staleness(this.start, "unreachable", "why"));
		assertThat(this.freshness.settled()).isTrue();
	}

	@Test
	void nothingAllowedIsNoStaleness() {
		this.freshness.missing(List.of(WATCH_PODS));
		assertThat(this.freshness.report())
			.isEqualTo(new FreshnessReport(false, null, null, Set.of(), List.of(WATCH_PODS)));
		assertThat(this.freshness.settled()).isTrue();
	}

	@Test
	void rowsAreAsOfTheLastThingHeard() {
		WatchState state = state(Scope.CLUSTER);
		this.clock.advance(Duration.ofSeconds(3));
		state.heard(this.clock.instant());
		this.clock.advance(Duration.ofSeconds(60));
		assertThat(this.freshness.report())
			.isEqualTo(new FreshnessReport(true, this.start.plusSeconds(3), null, null, List.of()));
	}

	@Test
	void lostWatchMakesThemStaleSinceTheFirstFailure() {
		WatchState state = state(Scope.CLUSTER);
		state.heard(this.start);
		this.clock.advance(Duration.ofSeconds(10));
		state.lost(failure(KubernetesFailure.TIMEOUT), this.clock.instant());
		this.clock.advance(Duration.ofSeconds(10));
		state.lost(failure(KubernetesFailure.UNREACHABLE), this.clock.instant());
		FreshnessReport report = this.freshness.report();
		assertThat(report.listed()).isTrue();
		assertThat(report.asOf()).isEqualTo(this.start);
		assertThat(report.stale()).isEqualTo(new Staleness(this.start.plusSeconds(10), "unreachable", "why"));
		state.heard(this.clock.instant());
		assertThat(this.freshness.report().stale()).isNull();
	}

	@Test
	void silenceMakesThemStale() {
		state(Scope.CLUSTER).heard(this.start);
		this.clock.advance(Duration.ofSeconds(89));
		assertThat(this.freshness.report().stale()).isNull();
		this.clock.advance(Duration.ofSeconds(1));
		Staleness stale = this.freshness.report().stale();
		assertThat(stale).isNotNull();
		assertThat(stale.since()).isEqualTo(this.start);
		assertThat(stale.reason()).isEqualTo("silent");
	}

	@Test
	void severalNamespacesAreAsGoodAsTheWorst() {
		WatchState bank = state(new Scope("bank"));
		WatchState shop = state(new Scope("shop"));
		bank.heard(this.start);
		assertThat(this.freshness.report().listed()).as("the other one is being listed").isFalse();
		shop.lost(failure(KubernetesFailure.UNAVAILABLE), this.start);
		FreshnessReport report = this.freshness.report();
		assertThat(report.listed()).isTrue();
		assertThat(report.namespaces()).containsExactly("bank", "shop");
		assertThat(report.stale()).isNotNull();
		assertThat(this.freshness.stale("bank")).isNull();
		assertThat(this.freshness.stale("shop")).isNotNull();
	}

	private WatchState state(Scope scope) {
		WatchState state = new WatchState(this.clock.instant());
		this.freshness.pods().put(scope, state);
		return state;
	}

	private static KubernetesException failure(KubernetesFailure failure) {
		return new KubernetesException(failure, WATCH_PODS, "why", null, null);
	}

}
