package io.tgr.cluster.watch;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Status;

import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;

import static org.assertj.core.api.Assertions.assertThat;

class SupervisorTests {

	private final Supervision all = new Supervision();

	private Supervisor supervisor = this.all.supervisor(Map.of());

	@AfterEach
	void stop() {
		this.supervisor.stop();
		this.all.time.dispose();
	}

	@Test
	void followsTheNamespacesWhereItMayOnlyThat() {
		this.all.refuse(Supervision.EVERYWHERE, Kind.PODS.watch("bank"));
		this.supervisor.start();
		assertThat(this.all.rows()).containsExactly("shop/a");
		assertThat(this.all.report().namespaces()).containsExactly("shop");
		assertThat(this.all.report().missing()).containsExactly(Supervision.EVERYWHERE);
	}

	@Test
	void namesTheRightsMissingInNamespacesOfTheSettings() {
		this.supervisor = this.all.supervisor(Map.of("tgr.cluster.namespaces", List.of("hidden", "bank")));
		this.all.namespaces = List.of();
		this.all.own = "bank";
		this.all.refuse(Supervision.EVERYWHERE, Kind.PODS.list("hidden"));
		this.supervisor.start();
		assertThat(this.all.report().namespaces()).containsExactly("bank");
		assertThat(this.all.report().missing()).containsExactly(Supervision.EVERYWHERE, Kind.PODS.list("hidden"));
	}

	@Test
	void followsNoMoreNamespacesThanItShould() {
		this.supervisor = this.all.supervisor(Map.of("tgr.cluster.max-namespaces", 1));
		this.all.refuse(Supervision.EVERYWHERE);
		this.supervisor.start();
		assertThat(this.all.report().namespaces()).hasSize(1);
	}

	@Test
	void saysSoWhereNothingIsAllowed() {
		this.all.refuse(Supervision.EVERYWHERE, Kind.PODS.list("bank"), Kind.PODS.list("shop"));
		this.supervisor.start();
		FreshnessReport report = this.all.report();
		assertThat(report.listed()).isFalse();
		assertThat(report.stale()).isNull();
		assertThat(report.namespaces()).isEmpty();
		assertThat(report.missing()).contains(Supervision.EVERYWHERE);
		assertThat(this.all.firstList.health().getStatus()).isEqualTo(Status.UP);
		assertThat(this.all.health.health().getStatus()).isEqualTo(Status.DOWN);
		assertThat(this.all.health.health().getDetails()).containsEntry("problem", "not allowed");
	}

	@Test
	void optionalRightsAreMissedAndNamed() {
		Right links = Kind.REPLICA_SETS.list(null);
		Right usage = new Right("list", "metrics.k8s.io", "pods", null, null, null);
		this.all.refuse(links, usage);
		this.supervisor.start();
		assertThat(this.all.report().listed()).isTrue();
		assertThat(this.all.report().missing()).containsExactly(links, usage);
	}

	@Test
	void rightsThatAreTakenAwayTakeTheRowsWithThem() {
		this.supervisor.start();
		this.all.refuse(Supervision.EVERYWHERE, Kind.PODS.list("bank"), Kind.PODS.list("shop"));
		this.all.advance(33);
		assertThat(this.all.rows()).isEmpty();
		assertThat(this.all.api.watches()).isZero();
		assertThat(this.all.changes).endsWith("DELETED", "DELETED", "DELETED");
		assertThat(this.all.report().listed()).isFalse();
		this.all.refused.clear();
		this.all.advance(30);
		assertThat(this.all.rows()).hasSize(3);
		assertThat(this.all.report().listed()).isTrue();
	}

	@Test
	void oneRefusalIsNotBelieved() {
		this.supervisor.start();
		this.all.refuse(Supervision.EVERYWHERE, Kind.PODS.list("bank"), Kind.PODS.list("shop"));
		this.all.advance(30);
		assertThat(this.all.rows()).hasSize(3);
		this.all.refused.clear();
		this.all.advance(60);
		assertThat(this.all.rows()).hasSize(3);
		assertThat(this.all.changes).doesNotContain("DELETED");
	}

	@Test
	void refusedCallIsLookedIntoSoon() {
		this.supervisor.start();
		this.all.refuse(Supervision.EVERYWHERE);
		this.all.api.refused.add(Kind.PODS.watch(null));
		this.all.api.cut(KubernetesFailure.UNREACHABLE);
		this.all.advance(6);
		assertThat(this.all.rows()).containsExactly("bank/a", "shop/a");
		assertThat(this.all.report().namespaces()).containsExactly("bank", "shop");
		assertThat(this.all.changes).as("those that stay in sight are left alone")
			.filteredOn((type) -> type.equals("DELETED"))
			.hasSize(1);
	}

	@Test
	void prefersTheWholeClusterAsSoonAsItMay() {
		this.all.refuse(Supervision.EVERYWHERE);
		this.supervisor.start();
		this.all.changes.clear();
		this.all.refused.clear();
		this.all.advance(30);
		assertThat(this.all.rows()).hasSize(3);
		assertThat(this.all.report().namespaces()).isNull();
		assertThat(this.all.changes).containsExactly("ADDED");
		assertThat(this.all.api.watches()).isOne();
	}

	@Test
	void namespacesAreWorthMoreThanNothingUntilTheWholeClusterIsListed() {
		this.all.refuse(Supervision.EVERYWHERE);
		this.supervisor.start();
		this.all.refused.clear();
		this.all.api.refused.add(Supervision.EVERYWHERE);
		this.all.advance(40);
		assertThat(this.all.report().listed()).isTrue();
		assertThat(this.all.report().namespaces()).containsExactly("bank", "shop");
		assertThat(this.all.report().stale()).isNotNull();
		this.all.api.refused.clear();
		this.all.advance(40);
		assertThat(this.all.report().namespaces()).isNull();
		assertThat(this.all.report().stale()).isNull();
	}

	@Test
	void noticesNamespacesThatComeAndGo() {
		this.all.refuse(Supervision.EVERYWHERE);
		this.supervisor.start();
		this.all.own = "shop";
		this.all.namespaces = List.of("hidden");
		this.all.advance(33);
		assertThat(this.all.rows()).containsExactly("hidden/a", "shop/a");
		assertThat(this.all.cluster.cache.namespaces()).containsExactly("hidden", "shop");
		this.all.namespaces = List.of("hidden", "new");
		this.all.api.hanging.add(new Scope("new"));
		this.all.advance(30);
		assertThat(this.all.report().listed()).as("a namespace that is not listed yet takes nothing from the others")
			.isTrue();
	}

}
