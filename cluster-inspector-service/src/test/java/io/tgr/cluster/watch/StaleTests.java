package io.tgr.cluster.watch;

import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesFailure;

import static org.assertj.core.api.Assertions.assertThat;

class StaleTests {

	private final Supervision all = new Supervision();

	private Supervisor supervisor = this.all.supervisor(Map.of());

	@AfterEach
	void stop() {
		this.supervisor.stop();
		this.all.time.dispose();
	}

	@Test
	void followsTheWholeClusterWhereItMay() {
		assertThat(this.all.firstList.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(this.all.health.health().getStatus()).isEqualTo(Status.UNKNOWN);
		this.supervisor.start();
		assertThat(this.all.rows()).containsExactly("bank/a", "hidden/a", "shop/a");
		FreshnessReport report = this.all.report();
		assertThat(report.listed()).isTrue();
		assertThat(report.namespaces()).isNull();
		assertThat(report.missing()).isEmpty();
		assertThat(this.all.firstList.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.all.health.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.supervisor.isRunning()).isTrue();
		this.supervisor.stop();
		assertThat(this.all.api.watches()).isZero();
		assertThat(this.supervisor.isRunning()).isFalse();
	}

	@Test
	void refusedCallThatShouldBeAllowedIsSaidToBeStale() {
		this.supervisor.start();
		this.all.api.refused.add(Kind.PODS.watch(null));
		this.all.api.cut(KubernetesFailure.UNREACHABLE);
		this.all.advance(20);
		assertThat(this.all.rows()).hasSize(3);
		Staleness stale = this.all.report().stale();
		assertThat(stale).isNotNull();
		assertThat(stale.reason()).isEqualTo("not-allowed");
		assertThat(this.all.health.health().getDetails()).containsEntry("problem", "not allowed");
	}

	@Test
	void startsWithoutTheApi() {
		this.all.reviews = KubernetesFailure.UNREACHABLE;
		this.all.api.down(KubernetesFailure.UNREACHABLE, null);
		this.supervisor.start();
		assertThat(this.all.report().listed()).isFalse();
		assertThat(this.all.report().stale()).isNotNull().extracting(Staleness::reason).isEqualTo("unreachable");
		assertThat(this.all.firstList.health().getStatus()).isEqualTo(Status.UP);
		Health down = this.all.health.health();
		assertThat(down.getStatus()).isEqualTo(Status.DOWN);
		assertThat(down.getDetails()).containsEntry("problem", "cannot reach the API");
		this.all.advance(180);
		this.all.reviews = null;
		this.all.api.up();
		this.all.advance(40);
		assertThat(this.all.rows()).hasSize(3);
		assertThat(this.all.health.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void apiThatGoesAwayMakesTheRowsStaleAndDropsNone() {
		this.supervisor.start();
		this.all.changes.clear();
		this.all.reviews = KubernetesFailure.UNREACHABLE;
		this.all.api.down(KubernetesFailure.UNREACHABLE, null);
		this.all.advance(600);
		assertThat(this.all.rows()).hasSize(3);
		assertThat(this.all.report().listed()).isTrue();
		assertThat(this.all.report().stale()).isNotNull().extracting(Staleness::reason).isEqualTo("unreachable");
		assertThat(this.all.firstList.health().getStatus()).isEqualTo(Status.UP);
		this.all.reviews = null;
		this.all.api.up();
		this.all.api.put("shop", "b", "9");
		this.all.advance(40);
		assertThat(this.all.report().stale()).isNull();
		assertThat(this.all.changes).containsExactly("STALE", "CURRENT", "ADDED");
	}

	@Test
	void silenceMakesTheRowsStale() {
		this.supervisor.start();
		this.all.changes.clear();
		this.all.advance(91);
		assertThat(this.all.changes).containsExactly("STALE");
		this.all.api.bookmark();
		this.all.advance(1);
		assertThat(this.all.changes).containsExactly("STALE", "CURRENT");
	}

	@Test
	void countsWhatAnOperatorWouldAlertOn() {
		this.supervisor.start();
		this.all.advance(5);
		assertThat(this.all.registry.get("tgr.pods").tags("namespace", "shop", "status", "Running").gauge().value())
			.isEqualTo(1);
		assertThat(this.all.registry.get("tgr.cluster.cached").tag("kind", "pods").gauge().value()).isEqualTo(3);
		assertThat(this.all.registry.get("tgr.cluster.lists").tag("kind", "pods").timer().count()).isOne();
		assertThat(this.all.registry.get("tgr.cluster.changes").tag("type", "added").counter().count()).isEqualTo(3);
		this.all.api.cut(KubernetesFailure.UNREACHABLE);
		assertThat(this.all.registry.get("tgr.cluster.errors")
			.tags("kind", "pods", "call", "watch", "failure", "unreachable")
			.counter()
			.count()).isOne();
		assertThat(this.all.registry.get("tgr.cluster.watch.lag").tag("kind", "pods").timeGauge().value()).isEqualTo(5);
		assertThat(this.all.registry.get("tgr.cluster.watches").tag("kind", "pods").gauge().value()).isOne();
	}

}
