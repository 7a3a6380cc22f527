package io.tgr.cluster.watch;

import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

class OwnersTests {

	private static final Owner REPLICA_SET = new Owner("ReplicaSet", "web-5d4", "rs-1");

	private static final Owner DEPLOYMENT = new Owner("Deployment", "web", "d-1");

	private final Owners owners = new Owners();

	@Test
	void deploymentStandsBehindTheReplicaSet() {
		this.owners.replace("ReplicaSet", Scope.CLUSTER, Map.of("rs-1", DEPLOYMENT));
		assertThat(this.owners.of(pod(REPLICA_SET))).isEqualTo(DEPLOYMENT);
	}

	@Test
	void cronJobStandsBehindTheJobOfOneNamespace() {
		Owner cronJob = new Owner("CronJob", "report", "c-1");
		this.owners.put("Job", new Scope("shop"), "j-1", cronJob);
		assertThat(this.owners.of(pod(new Owner("Job", "report-1", "j-1")))).isEqualTo(cronJob);
	}

	@Test
	void controllerItselfIsTheOwnerIfNobodyIsKnownBehindIt() {
		assertThat(this.owners.of(pod(REPLICA_SET))).isEqualTo(REPLICA_SET);
		this.owners.put("ReplicaSet", Scope.CLUSTER, "rs-1", DEPLOYMENT);
		this.owners.put("ReplicaSet", Scope.CLUSTER, "rs-1", null);
		assertThat(this.owners.of(pod(REPLICA_SET))).isEqualTo(REPLICA_SET);
	}

	@Test
	void podWithoutControllerHasNoOwner() {
		assertThat(this.owners.of(pod(null))).isNull();
	}

	@Test
	void whatIsOutOfSightIsForgotten() {
		this.owners.put("ReplicaSet", Scope.CLUSTER, "rs-1", DEPLOYMENT);
		this.owners.retain("Job", Set.of());
		assertThat(this.owners.of(pod(REPLICA_SET))).isEqualTo(DEPLOYMENT);
		assertThat(this.owners.size("ReplicaSet")).isOne();
		this.owners.retain("ReplicaSet", Set.of());
		assertThat(this.owners.of(pod(REPLICA_SET))).isEqualTo(REPLICA_SET);
		assertThat(this.owners.size("ReplicaSet")).isZero();
	}

	private static PodRow pod(@Nullable Owner controller) {
		return WatchedCluster.pod("shop", "web-1", "1", 1, "Running", 0, controller);
	}

}
