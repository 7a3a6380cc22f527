package io.tgr.cluster;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.tgr.cluster.kubernetes.DetailedContainer;
import io.tgr.cluster.kubernetes.DetailedPod;
import io.tgr.cluster.kubernetes.LastWords;
import io.tgr.cluster.kubernetes.PodConditionRow;
import io.tgr.cluster.kubernetes.PodVolume;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;
import io.tgr.cluster.pod.Warning;
import io.tgr.cluster.watch.WatchedCluster;

/**
 * A small cluster with something of everything.
 */
final class Shop {

	static final Instant CRASHED = TestClock.START.minusSeconds(180);

	static final PodRow CART = PodBuilder.pod("shop", "cart-7d9f-abcde")
		.labels(Map.of("app", "cart", "tier", "web"))
		.status("CrashLoopBackOff")
		.restarts(5, CRASHED)
		.createdAt(TestClock.START.minusSeconds(3600))
		.controller(new Owner("ReplicaSet", "cart-7d9f", "rs-1"))
		.containers(PodBuilder.crashing("cart", 5, CRASHED), PodBuilder.container("proxy", 0))
		.row();

	static final PodRow WEB = PodBuilder.pod("shop", "web-1")
		.labels(Map.of("app", "web", "age", ""))
		.gates(0, 1)
		.node("node-2")
		.row();

	static final PodRow DB = PodBuilder.pod("a", "db-0")
		.labels(Map.of("app", "db"))
		.restarts(1, TestClock.START.minusSeconds(7200))
		.controller(new Owner("StatefulSet", "db", "ss-1"))
		.row();

	static final PodRow JOB = PodBuilder.pod("a-b", "backup-1").status("Completed").node("node-2").row();

	static final PodRow WAITING = PodBuilder.pod("b", "waits").status("Pending").node(null).row();

	private Shop() {
	}

	static void open(WatchedCluster cluster) {
		cluster.listed(CART, WEB, DB, JOB, WAITING);
		cluster.behind("ReplicaSet", "rs-1", new Owner("Deployment", "cart", "d-1"));
		cluster.warn(new Warning("w-1", CART.uid(), "BackOff", "Back-off restarting failed container cart", 12,
				TestClock.START.minusSeconds(3000), TestClock.START.minusSeconds(20)));
		cluster.uses(Map.of(new PodKey("shop", "web-1"), usage(40, 50_000_000), new PodKey("a", "db-0"),
				usage(300, 90_000_000)));
		cluster.missing();
	}

	static DetailedPod cart() {
		return new DetailedPod(CART, null, TestClock.START.minusSeconds(3500), "192.0.2.7",
				List.of(new PodConditionRow("Ready", "False", "ContainersNotReady",
						"containers with unready status: [cart]", TestClock.START.minusSeconds(180))),
				List.of(new DetailedContainer("cart", "registry.example/cart@sha256:12", "back-off 2m40s restarting",
						List.of("http 8080/TCP"),
						List.of(new DetailedContainer.EnvironmentName("DB_PASSWORD", "secret", "db", "password")),
						List.of(new DetailedContainer.Mount("data", "/data", false)))),
				List.of(new PodVolume("data", "persistentVolumeClaim", "cart-data")),
				List.of("node.kubernetes.io/not-ready:NoExecute"), Map.of(),
				List.of(new LastWords("cart", true, "java.lang.OutOfMemoryError")));
	}

	private static PodUsage usage(long cpu, long memory) {
		return new PodUsage(TestClock.START.minusSeconds(15), Map.of("app", new Resources(cpu, memory)));
	}

}
