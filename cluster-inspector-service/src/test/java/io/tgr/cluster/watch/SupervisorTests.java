package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;

import static org.assertj.core.api.Assertions.assertThat;

class SupervisorTests {

	private static final Right EVERYWHERE = Kind.PODS.list(null);

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final VirtualClock clock = new VirtualClock(this.time);

	private final FakeApi api = new FakeApi();

	private final WatchedCluster cluster = new WatchedCluster(this.clock, 4096);

	private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

	private final WatchMetrics metrics = new WatchMetrics(this.registry, this.cluster.cache, this.clock);

	private final PodFigures figures = new PodFigures(this.registry, this.cluster.cache);

	private final KubernetesApiHealthIndicator health = new KubernetesApiHealthIndicator(this.cluster.freshness);

	private final FirstListHealthIndicator firstList = new FirstListHealthIndicator(this.cluster.freshness);

	private final Set<Right> refused = new HashSet<>();

	private final List<String> changes = new ArrayList<>();

	private List<String> namespaces = List.of("bank", "shop");

	private KubernetesFailure reviews;

	private Supervisor supervisor = supervisor(Map.of());

	SupervisorTests() {
		this.cluster.cache.changes().observe((change) -> this.changes.add(change.type().name()));
		this.api.put("bank", "a", "1");
		this.api.put("shop", "a", "2");
		this.api.put("hidden", "a", "3");
	}

	@AfterEach
	void stop() {
		this.supervisor.stop();
		this.time.dispose();
	}

	@Test
	void followsTheWholeClusterWhereItMay() {
		assertThat(this.firstList.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UNKNOWN);
		this.supervisor.start();
		assertThat(rows()).containsExactly("bank/a", "hidden/a", "shop/a");
		FreshnessReport report = report();
		assertThat(report.listed()).isTrue();
		assertThat(report.namespaces()).isNull();
		assertThat(report.missing()).isEmpty();
		assertThat(this.firstList.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.supervisor.isRunning()).isTrue();
		this.supervisor.stop();
		assertThat(this.api.watches()).isZero();
		assertThat(this.supervisor.isRunning()).isFalse();
	}

	@Test
	void followsTheNamespacesWhereItMayOnlyThat() {
		refuse(EVERYWHERE, Kind.PODS.watch("bank"));
		this.supervisor.start();
		assertThat(rows()).containsExactly("shop/a");
		assertThat(report().namespaces()).containsExactly("shop");
		assertThat(report().missing()).containsExactly(EVERYWHERE);
	}

	@Test
	void namesTheRightsMissingInNamespacesOfTheSettings() {
		this.supervisor = supervisor(Map.of("tgr.cluster.namespaces", List.of("hidden", "bank")));
		this.namespaces = List.of();
		refuse(EVERYWHERE, Kind.PODS.list("hidden"));
		this.supervisor.start();
		assertThat(report().namespaces()).containsExactly("bank");
		assertThat(report().missing()).containsExactly(EVERYWHERE, Kind.PODS.list("hidden"));
	}

	@Test
	void followsNoMoreNamespacesThanItShould() {
		this.supervisor = supervisor(Map.of("tgr.cluster.max-namespaces", 1));
		refuse(EVERYWHERE);
		this.supervisor.start();
		assertThat(report().namespaces()).hasSize(1);
	}

	@Test
	void saysSoWhereNothingIsAllowed() {
		refuse(EVERYWHERE, Kind.PODS.list("bank"), Kind.PODS.list("shop"));
		this.supervisor.start();
		FreshnessReport report = report();
		assertThat(report.listed()).isFalse();
		assertThat(report.stale()).isNull();
		assertThat(report.namespaces()).isEmpty();
		assertThat(report.missing()).contains(EVERYWHERE);
		assertThat(this.firstList.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.health.health().getDetails()).containsEntry("problem", "not allowed");
	}

	@Test
	void optionalRightsAreMissedAndNamed() {
		Right links = Kind.REPLICA_SETS.list(null);
		Right usage = new Right("list", "metrics.k8s.io", "pods", null, null, null);
		refuse(links, usage);
		this.supervisor.start();
		assertThat(report().listed()).isTrue();
		assertThat(report().missing()).containsExactly(links, usage);
	}

	@Test
	void rightsThatAreTakenAwayTakeTheRowsWithThem() {
		this.supervisor.start();
		refuse(EVERYWHERE, Kind.PODS.list("bank"), Kind.PODS.list("shop"));
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(rows()).isEmpty();
		assertThat(this.api.watches()).isZero();
		assertThat(this.changes).endsWith("DELETED", "DELETED", "DELETED");
		assertThat(report().listed()).isFalse();
		this.refused.clear();
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(rows()).hasSize(3);
		assertThat(report().listed()).isTrue();
	}

	@Test
	void refusedCallIsLookedIntoAtOnce() {
		this.supervisor.start();
		refuse(EVERYWHERE);
		this.api.refused.add(Kind.PODS.watch(null));
		this.api.cut(KubernetesFailure.UNREACHABLE);
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		assertThat(rows()).containsExactly("bank/a", "shop/a");
		assertThat(report().namespaces()).containsExactly("bank", "shop");
		assertThat(this.changes).as("those that stay in sight are left alone")
			.filteredOn((type) -> type.equals("DELETED"))
			.hasSize(1);
	}

	@Test
	void refusedCallThatShouldBeAllowedIsSaidToBeStale() {
		this.supervisor.start();
		this.api.refused.add(Kind.PODS.watch(null));
		this.api.cut(KubernetesFailure.UNREACHABLE);
		this.time.advanceTimeBy(Duration.ofSeconds(20));
		assertThat(rows()).hasSize(3);
		Staleness stale = report().stale();
		assertThat(stale).isNotNull();
		assertThat(stale.reason()).isEqualTo("not-allowed");
		assertThat(this.health.health().getDetails()).containsEntry("problem", "not allowed");
	}

	@Test
	void prefersTheWholeClusterAsSoonAsItMay() {
		refuse(EVERYWHERE);
		this.supervisor.start();
		this.changes.clear();
		this.refused.clear();
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(rows()).hasSize(3);
		assertThat(report().namespaces()).isNull();
		assertThat(this.changes).containsExactly("ADDED");
		assertThat(this.api.watches()).isOne();
	}

	@Test
	void namespacesAreWorthMoreThanNothingUntilTheWholeClusterIsListed() {
		refuse(EVERYWHERE);
		this.supervisor.start();
		this.refused.clear();
		this.api.refused.add(EVERYWHERE);
		this.time.advanceTimeBy(Duration.ofSeconds(40));
		assertThat(report().listed()).isTrue();
		assertThat(report().namespaces()).containsExactly("bank", "shop");
		assertThat(report().stale()).isNotNull();
		this.api.refused.clear();
		this.time.advanceTimeBy(Duration.ofSeconds(40));
		assertThat(report().namespaces()).isNull();
		assertThat(report().stale()).isNull();
	}

	@Test
	void noticesNamespacesThatComeAndGo() {
		refuse(EVERYWHERE);
		this.supervisor.start();
		this.namespaces = List.of("shop", "hidden");
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertThat(rows()).containsExactly("hidden/a", "shop/a");
		assertThat(this.cluster.cache.namespaces()).containsExactly("hidden", "shop");
	}

	@Test
	void startsWithoutTheApi() {
		this.reviews = KubernetesFailure.UNREACHABLE;
		this.api.down(KubernetesFailure.UNREACHABLE, null);
		this.supervisor.start();
		assertThat(report().listed()).isFalse();
		assertThat(report().stale()).isNotNull().extracting(Staleness::reason).isEqualTo("unreachable");
		assertThat(this.firstList.health().getStatus()).isEqualTo(Status.UP);
		Health down = this.health.health();
		assertThat(down.getStatus()).isEqualTo(Status.DOWN);
		assertThat(down.getDetails()).containsEntry("problem", "cannot reach the API");
		this.time.advanceTimeBy(Duration.ofMinutes(3));
		this.reviews = null;
		this.api.up();
		this.time.advanceTimeBy(Duration.ofSeconds(40));
		assertThat(rows()).hasSize(3);
		assertThat(this.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void apiThatGoesAwayMakesTheRowsStaleAndDropsNone() {
		this.supervisor.start();
		this.changes.clear();
		this.reviews = KubernetesFailure.UNREACHABLE;
		this.api.down(KubernetesFailure.UNREACHABLE, null);
		this.time.advanceTimeBy(Duration.ofMinutes(10));
		assertThat(rows()).hasSize(3);
		assertThat(report().listed()).isTrue();
		assertThat(report().stale()).isNotNull().extracting(Staleness::reason).isEqualTo("unreachable");
		assertThat(this.firstList.health().getStatus()).isEqualTo(Status.UP);
		this.reviews = null;
		this.api.up();
		this.api.put("shop", "b", "9");
		this.time.advanceTimeBy(Duration.ofSeconds(40));
		assertThat(report().stale()).isNull();
		assertThat(this.changes).containsExactly("STALE", "ADDED", "CURRENT");
	}

	@Test
	void silenceMakesTheRowsStale() {
		this.supervisor.start();
		this.changes.clear();
		this.time.advanceTimeBy(Duration.ofSeconds(91));
		assertThat(this.changes).containsExactly("STALE");
		this.api.bookmark();
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.changes).containsExactly("STALE", "CURRENT");
	}

	@Test
	void countsWhatAnOperatorWouldAlertOn() {
		this.supervisor.start();
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.registry.get("tgr.pods").tags("namespace", "shop", "status", "Running").gauge().value())
			.isEqualTo(1);
		assertThat(this.registry.get("tgr.cluster.cached").tag("kind", "pods").gauge().value()).isEqualTo(3);
		assertThat(this.registry.get("tgr.cluster.lists").tag("kind", "pods").timer().count()).isOne();
		assertThat(this.registry.get("tgr.cluster.changes").tag("type", "added").counter().count()).isEqualTo(3);
		this.api.cut(KubernetesFailure.UNREACHABLE);
		assertThat(this.registry.get("tgr.cluster.errors")
			.tags("kind", "pods", "call", "watch", "failure", "unreachable")
			.counter()
			.count()).isOne();
		assertThat(this.registry.get("tgr.cluster.watch.lag").tag("kind", "pods").timeGauge().value()).isEqualTo(5);
		assertThat(this.registry.get("tgr.cluster.watches").tag("kind", "pods").gauge().value()).isOne();
	}

	private void refuse(Right... rights) {
		this.refused.addAll(List.of(rights));
	}

	private FreshnessReport report() {
		return this.cluster.freshness.report();
	}

	private List<String> rows() {
		return this.cluster.cache.rows(null).map((row) -> row.key().toString()).toList();
	}

	private Mono<Boolean> ours(Right right) {
		return Mono.fromCallable(() -> {
			if (this.reviews != null) {
				throw new KubernetesException(this.reviews, right, "why", null, null);
			}
			return !this.refused.contains(right);
		});
	}

	private Supervisor supervisor(Map<String, ?> settings) {
		WatchProperties properties = WatchedCluster.properties(settings);
		OwnRights rights = new OwnRights(this::ours, Mono.fromSupplier(() -> this.namespaces), properties);
		Signs signs = new Signs(this.cluster.cache, this.cluster.freshness, this.metrics);
		WatchedKind<?> pods = new WatchedKind<>(Kind.PODS, new PodKeeper(this.cluster.cache), this.api::source,
				this.cluster.freshness.pods());
		this.metrics.follow(pods);
		UsagePoller usage = new UsagePoller((scope) -> Mono.never(), this.cluster.usage, this.metrics,
				properties.usageInterval(), this.time);
		return new Supervisor(rights, List.of(new KindLoops<>(pods, signs, this.time, this.clock)), usage,
				this.cluster.freshness, signs, this.figures, properties.rightsInterval(), this.time);
	}

}
