package io.tgr.cluster.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.ConfigurableApplicationContext;

import io.tgr.cluster.ClusterInspectorServiceApplication;
import io.tgr.cluster.kubernetes.Kind;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.pod.Warning;
import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.cluster.access.Rule;
import io.tgr.sandbox.cluster.fault.FaultRule;

import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(Lifecycle.PER_CLASS)
class WatchIntegrationTests {

	private static final String US = "sandbox-inspector";

	private static final Rule READ = Rule.of("get,list,watch",
			"pods,events,replicasets.apps,jobs.batch,pods.metrics.k8s.io");

	private final ClusterSandbox sandbox = ClusterSandbox.builder().empty().bookmarks(Duration.ofSeconds(1)).start();

	private final ConfigurableApplicationContext service = new SpringApplicationBuilder(
			ClusterInspectorServiceApplication.class)
		.run("--server.port=0", "--server.address=127.0.0.1", "--spring.profiles.active=test",
				"--tgr.cluster.kubeconfig=", "--spring.cloud.kubernetes.client.master-url=" + this.sandbox.url(),
				"--tgr.cluster.rights-interval=500ms", "--tgr.cluster.usage-interval=500ms", "--tgr.cluster.chunk=2",
				"--tgr.cluster.watch-silence=5s", "--tgr.cluster.stale-after=5s", "--tgr.cluster.access=open");

	private Follower follower;

	@BeforeEach
	void start() {
		pod("shop", "a", 0);
		pod("bank", "a", 0);
		await(() -> assertThat(cache().size()).isEqualTo(2));
		this.follower = new Follower(cache(), Long.MAX_VALUE);
	}

	@AfterEach
	void tidy() {
		this.sandbox.recover();
		this.sandbox.grant(US, READ);
		cache().rows(null).forEach((row) -> this.sandbox.delete("Pod", row.key().namespace(), row.key().name()));
		await(() -> assertThat(report().stale()).isNull());
		await(() -> assertThat(report().namespaces()).isNull());
		await(() -> assertThat(cache().size()).isZero());
	}

	@AfterAll
	void stop() {
		this.service.close();
		this.sandbox.close();
	}

	@Test
	void changesAreFollowedInTheirOrder() throws InterruptedException {
		for (int pod = 0; pod < 20; pod++) {
			pod("shop", "pod-" + pod, 0);
			pod("shop", "pod-" + pod, 1);
		}
		for (int pod = 0; pod < 10; pod++) {
			this.sandbox.delete("Pod", "shop", "pod-" + pod);
		}
		end(12);
	}

	@Test
	void droppedWatchesLoseNothing() throws InterruptedException {
		for (int pod = 0; pod < 30; pod++) {
			pod("shop", "pod-" + pod % 7, pod);
			if (pod % 10 == 5) {
				this.sandbox.dropWatches();
			}
		}
		end(9);
		assertThat(this.follower.resets()).isOne();
	}

	@Test
	void compactedHistoryIsListedAgain() throws InterruptedException {
		this.sandbox.faults(FaultRule.of("/api/v1/pods", "503").forVerb("watch"));
		this.sandbox.dropWatches();
		await(() -> assertThat(stale()).isEqualTo("unavailable"));
		this.sandbox.delete("Pod", "bank", "a");
		pod("shop", "b", 0);
		this.sandbox.compact();
		this.sandbox.recover();
		// Not by the staleness: a watch may begin before it hears that its history is
		// gone.
		await(() -> assertThat(known()).containsOnlyKeys(new PodKey("shop", "a"), new PodKey("shop", "b")));
		end(2);
		assertThat(this.follower.resets()).isOne();
	}

	@Test
	void errorsOfTheApiMakeTheRowsStaleAndDropNone() {
		this.sandbox.fail(500, "/api/**");
		this.sandbox.dropWatches();
		await(() -> assertThat(stale()).isEqualTo("unavailable"));
		assertThat(cache().size()).isEqualTo(2);
		assertThat(health()).isEqualTo(Status.DOWN);
		this.sandbox.recover();
		await(() -> assertThat(report().stale()).isNull());
		assertThat(health()).isEqualTo(Status.UP);
	}

	@Test
	void rightsTakenAwayLeaveTheNamespacesThatRemain() {
		this.sandbox.revoke(US);
		this.sandbox.grant(US, READ.in("shop"), Rule.of("get,list,watch", "namespaces"));
		await(() -> assertThat(report().namespaces()).containsExactly("shop"));
		await(() -> assertThat(known()).containsOnlyKeys(new PodKey("shop", "a")));
		assertThat(report().missing()).contains(Kind.PODS.list(null));
		pod("shop", "b", 0);
		await(() -> assertThat(cache().size()).isEqualTo(2));
		this.sandbox.revoke(US);
		await(() -> assertThat(report().namespaces()).isEmpty());
		await(() -> assertThat(cache().size()).isZero());
		assertThat(report().listed()).isFalse();
		this.sandbox.grant(US, READ);
		await(() -> assertThat(cache().size()).isEqualTo(3));
		assertThat(report().namespaces()).isNull();
	}

	@Test
	void ownersAndWarningsComeWithThePods() {
		this.sandbox.put("""
				{"kind": "ReplicaSet", "apiVersion": "apps/v1", "metadata": {"name": "web-1", "namespace": "shop",
				"uid": "rs-1", "ownerReferences": [{"apiVersion": "apps/v1", "kind": "Deployment", "name": "web",
				"uid": "d-1", "controller": true}]}}""");
		PodRow pod = cache().rows(List.of("shop")).findFirst().orElseThrow();
		String now = Instant.now().toString();
		this.sandbox.put("""
				{"kind": "Event", "apiVersion": "v1", "metadata": {"name": "e-1", "namespace": "shop"},
				"type": "Warning", "reason": "BackOff", "message": "again", "count": 3, "firstTimestamp": "%s",
				"lastTimestamp": "%s", "involvedObject": {"kind": "Pod", "namespace": "shop", "name": "a",
				"uid": "%s"}}""".formatted(now, now, pod.uid()));
		await(() -> assertThat(this.service.getBean(Owners.class).of(pod))
			.isEqualTo(new Owner("Deployment", "web", "d-1")));
		await(() -> assertThat(this.service.getBean(Warnings.class).of(pod.uid())).singleElement()
			.extracting(Warning::count)
			.isEqualTo(3));
	}

	@Test
	void usageComesWithThePods() {
		UsageFigures usage = this.service.getBean(UsageFigures.class);
		await(() -> assertThat(usage.of(new PodKey("shop", "a"))).isNotNull());
		assertThat(usage.available()).isTrue();
		assertThat(usage.of(new PodKey("shop", "none"))).isNull();
	}

	private void end(int pods) throws InterruptedException {
		pod("end", "end", 0);
		assertThat(this.follower.end()).hasSize(pods + 1).containsExactlyInAnyOrderEntriesOf(known());
	}

	private Map<PodKey, PodRow> known() {
		return cache().rows(null).collect(Collectors.toMap(PodRow::key, (row) -> row));
	}

	private void pod(String namespace, String name, int restarts) {
		this.sandbox.put("""
				{"kind": "Pod", "apiVersion": "v1", "metadata": {"name": "%2$s", "namespace": "%1$s",
				"ownerReferences": [{"apiVersion": "apps/v1", "kind": "ReplicaSet", "name": "web-1", "uid": "rs-1",
				"controller": true}]},
				"spec": {"nodeName": "node-1", "containers": [{"name": "main", "image": "app:1"}]},
				"status": {"phase": "Running", "conditions": [{"type": "Ready", "status": "True"}],
				"containerStatuses": [{"name": "main", "image": "app:1", "imageID": "", "ready": true,
				"restartCount": %3$d, "state": {"running": {"startedAt": "2026-11-22T00:00:00Z"}}}]}}"""
			.formatted(namespace, name, restarts));
	}

	private PodCache cache() {
		return this.service.getBean(PodCache.class);
	}

	private FreshnessReport report() {
		return this.service.getBean(Freshness.class).report();
	}

	private @Nullable String stale() {
		Staleness stale = report().stale();
		return (stale != null) ? stale.reason() : null;
	}

	private Status health() {
		return this.service.getBean(KubernetesApiHealthIndicator.class).health().getStatus();
	}

	private static void await(ThrowingRunnable assertion) {
		Awaitility.await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(20)).untilAsserted(assertion);
	}

}
