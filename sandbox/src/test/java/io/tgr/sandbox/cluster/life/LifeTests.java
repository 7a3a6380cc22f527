package io.tgr.sandbox.cluster.life;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.fabric8.kubernetes.api.model.ContainerStatus;
import io.fabric8.kubernetes.api.model.Event;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.github.MovableClock;

import static org.assertj.core.api.Assertions.assertThat;

class LifeTests {

	private final MovableClock clock = new MovableClock("2026-11-22T12:00:00Z");

	private final ClusterSandbox sandbox = ClusterSandbox.builder().life(false).clock(this.clock).start();

	private final KubernetesClient client = ClusterClients.fabric8(this.sandbox, "sandbox-admin");

	@AfterEach
	void stop() {
		this.client.close();
		this.sandbox.close();
	}

	@Test
	void rollsADeploymentPodByPod() {
		Set<String> images = new HashSet<>();
		Set<String> phases = new HashSet<>();
		for (int second = 0; second < 150; second++) {
			step();
			List<Pod> pods = pods("web");
			images.addAll(pods.stream().map((pod) -> pod.getSpec().getContainers().get(0).getImage()).toList());
			pods.forEach((pod) -> phases.add(seen(pod)));
			long ready = pods.stream()
				.filter((pod) -> pod.getMetadata().getDeletionTimestamp() == null)
				.filter(LifeTests::ready)
				.count();
			assertThat(ready).isBetween(3L, 4L);
		}
		assertThat(images).hasSizeGreaterThanOrEqualTo(3);
		assertThat(phases).contains("unscheduled", "ContainerCreating", "running", "terminating");
		var web = this.client.apps().deployments().inNamespace("shop").withName("web").get();
		assertThat(web.getStatus().getReadyReplicas()).isGreaterThanOrEqualTo(3);
		assertThat(this.client.apps().replicaSets().inNamespace("shop").withLabel("app", "web").list().getItems())
			.hasSizeBetween(2, 3);
	}

	@Test
	void crashesAgainAndAgainWithLongerAndLongerWaits() {
		ContainerStatus before = container("checkout");
		assertThat(before.getRestartCount()).isGreaterThanOrEqualTo(4);
		assertThat(before.getLastState().getTerminated().getExitCode()).isEqualTo(1);
		Set<String> reasons = new HashSet<>();
		for (int second = 0; second < 310; second++) {
			step();
			ContainerStatus container = container("checkout");
			if (container.getState().getWaiting() != null) {
				reasons.add(container.getState().getWaiting().getMessage().replaceAll(" restarting.*", ""));
			}
		}
		assertThat(container("checkout").getRestartCount()).isEqualTo(before.getRestartCount() + 1);
		assertThat(reasons).contains("back-off 5m0s");
		assertThat(events("checkout")).anyMatch((event) -> event.getType().equals("Warning")
				&& event.getReason().equals("BackOff") && event.getCount() > 3);
		assertThat(this.client.pods().inNamespace("shop").withName(name("checkout")).getLog())
			.contains("IllegalStateException", "\tat shop.checkout.");
		assertThat(this.client.pods().inNamespace("shop").withName(name("checkout")).terminated().getLog())
			.contains("IllegalStateException");
	}

	@Test
	void killsAWorkerThatTakesTooMuchMemory() {
		assertThat(container("thumbnails").getLastState().getTerminated())
			.returns("OOMKilled", (ended) -> ended.getReason())
			.returns(137, (ended) -> ended.getExitCode());
	}

	@Test
	void leavesAPodPendingThatNoNodeCanHold() {
		Pod pod = pods("analytics").get(0);
		assertThat(pod.getSpec().getNodeName()).isNull();
		assertThat(pod.getStatus().getConditions()).singleElement()
			.returns("Unschedulable", (condition) -> condition.getReason());
		assertThat(events("analytics")).anyMatch((event) -> event.getReason().equals("FailedScheduling"));
	}

	@Test
	void findsNoImage() {
		Set<String> reasons = new HashSet<>();
		for (int second = 0; second < 320; second++) {
			step();
			reasons.add(container("recommendations").getState().getWaiting().getReason());
		}
		assertThat(reasons).containsExactlyInAnyOrder("ErrImagePull", "ImagePullBackOff");
	}

	@Test
	void runsAJobEveryTwoMinutesAndKeepsTheLastThree() {
		Set<String> jobs = new HashSet<>(jobs());
		assertThat(jobs).hasSize(3);
		for (int second = 0; second < 240; second++) {
			step();
			jobs.addAll(jobs());
		}
		assertThat(jobs).hasSize(5);
		assertThat(jobs()).hasSizeBetween(3, 4);
		assertThat(this.client.pods().inNamespace("jobs").list().getItems())
			.anyMatch((pod) -> pod.getStatus().getPhase().equals("Succeeded"));
	}

	@Test
	void hasASidecarAndAPodOnEachNode() {
		assertThat(pods("cart")).hasSize(2).allSatisfy((pod) -> {
			assertThat(pod.getStatus().getInitContainerStatuses()).hasSize(2)
				.anyMatch((container) -> container.getState().getRunning() != null && container.getReady());
			assertThat(pod.getStatus().getQosClass()).isEqualTo("Burstable");
		});
		assertThat(this.client.pods().inNamespace("kube-system").withLabel("app", "node-agent").list().getItems())
			.extracting((pod) -> pod.getSpec().getNodeName())
			.containsExactlyInAnyOrder("node-a", "node-b");
	}

	@Test
	void carriesAValueOfASecretByReferenceOnly() {
		assertThat(pods("web").get(0).getSpec().getContainers().get(0).getEnv())
			.anyMatch((variable) -> variable.getValueFrom() != null
					&& variable.getValueFrom().getSecretKeyRef().getName().equals("shop-db"))
			.anyMatch((variable) -> "sandbox-plain-value".equals(variable.getValue()));
	}

	@Test
	void usesALittleMoreOrLess() {
		String before = this.client.top().pods().metrics("shop").getItems().toString();
		step(60);
		var usage = this.client.top().pods().metrics("shop").getItems();
		assertThat(usage).isNotEmpty();
		assertThat(usage.toString()).isNotEqualTo(before);
		assertThat(usage).noneMatch((pod) -> pod.getMetadata().getName().startsWith("analytics"));
	}

	@Test
	void livesByItselfUnlessToldNotTo() {
		long still = version(this.client);
		try (ClusterSandbox living = ClusterSandbox.start();
				KubernetesClient observer = ClusterClients.fabric8(living, null)) {
			long version = version(observer);
			long end = System.nanoTime() + Duration.ofSeconds(90).toNanos();
			while (version(observer) == version && System.nanoTime() < end) {
				Thread.onSpinWait();
			}
			assertThat(version(observer)).isGreaterThan(version);
		}
		assertThat(version(this.client)).isEqualTo(still);
	}

	@Test
	void ownsPodsThroughReplicaSets() {
		Pod pod = pods("web").get(0);
		String set = pod.getMetadata().getOwnerReferences().get(0).getName();
		var owner = this.client.apps().replicaSets().inNamespace("shop").withName(set).get();
		assertThat(owner.getMetadata().getOwnerReferences().get(0).getName()).isEqualTo("web");
		assertThat(owner.getMetadata().getUid()).isEqualTo(pod.getMetadata().getOwnerReferences().get(0).getUid());
	}

	private void step() {
		step(1);
	}

	private void step(int seconds) {
		this.clock.pass(Duration.ofSeconds(seconds));
		this.sandbox.step();
	}

	private List<Pod> pods(String app) {
		return this.client.pods().inNamespace("shop").withLabel("app", app).list().getItems();
	}

	private String name(String app) {
		return pods(app).get(0).getMetadata().getName();
	}

	private ContainerStatus container(String app) {
		return pods(app).get(0).getStatus().getContainerStatuses().get(0);
	}

	private List<Event> events(String app) {
		return this.client.v1()
			.events()
			.inNamespace("shop")
			.withField("involvedObject.name", name(app))
			.list()
			.getItems();
	}

	private static long version(KubernetesClient client) {
		return Long.parseLong(client.pods().inAnyNamespace().list().getMetadata().getResourceVersion());
	}

	private Set<String> jobs() {
		return this.client.batch()
			.v1()
			.jobs()
			.inNamespace("jobs")
			.list()
			.getItems()
			.stream()
			.map((job) -> job.getMetadata().getName())
			.collect(Collectors.toSet());
	}

	private static boolean ready(Pod pod) {
		return pod.getStatus()
			.getConditions()
			.stream()
			.anyMatch((it) -> it.getType().equals("Ready") && it.getStatus().equals("True"));
	}

	private static String seen(Pod pod) {
		if (pod.getMetadata().getDeletionTimestamp() != null) {
			return "terminating";
		}
		if (pod.getSpec().getNodeName() == null) {
			return "unscheduled";
		}
		var containers = pod.getStatus().getContainerStatuses();
		if (containers.isEmpty()) {
			return "scheduled";
		}
		var waiting = containers.get(0).getState().getWaiting();
		return (waiting != null) ? waiting.getReason() : "running";
	}

}
