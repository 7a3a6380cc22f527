package io.tgr.cluster.real;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

import org.awaitility.Awaitility;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pods in every state: what the service says of them is what the API server and kubectl
 * say.
 */
@ExtendWith(RealClusterExtension.class)
class StatesClusterTests {

	private static final String PODS = "/api/v1/pods?includeObject=Metadata";

	private static RealCluster cluster;

	private static RunningInspector inspector;

	private static String admin;

	@BeforeAll
	static void start(RealCluster real, States states) {
		cluster = real;
		inspector = RunningInspector.start(InspectorAccount.everywhere(real), "--tgr.cluster.usage-interval=5s");
		admin = Callers.admin(real);
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
		}
	}

	@Test
	void everyCellIsThatOfTheApiServer() {
		eventually(() -> compare(() -> PodLines.ofServer(cluster.get(PODS, RealCluster.TABLE)),
				() -> PodLines.ofText(inspector.table(admin, "/pods"))));
	}

	@Test
	void everyCellOfTheRowsIsThatOfTheApiServer() {
		eventually(() -> compare(() -> PodLines.ofServer(cluster.get(PODS, RealCluster.TABLE)),
				() -> PodLines.ofRows(inspector.json(admin, "/pods?limit=5000").get("items"))));
	}

	@Test
	void everyLineIsThatOfKubectl() {
		eventually(() -> {
			List<String> before = cluster.kubectl("get", "pods", "-A", "-o", "wide").lines().toList();
			List<String> ours = inspector.table(admin, "/pods").lines().toList();
			List<String> after = cluster.kubectl("get", "pods", "-A", "-o", "wide").lines().toList();
			Set<String> theirs = new HashSet<>(before);
			theirs.addAll(after);
			assertThat(theirs).containsAll(ours);
			assertThat(ours).hasSameSizeAs(before).hasSizeGreaterThan(120);
			assertThat(ours.get(0)).isEqualTo(before.get(0));
		});
	}

	@Test
	void allStatesAreThere() {
		JsonNode summary = inspector.json(admin, "/pods/summary?namespace=states&top=100");
		assertThat(summary.toString()).contains("CrashLoopBackOff", "ImagePullBackOff", "OOMKilled", "SchedulingGated",
				"Init:0/", "Init:CrashLoopBackOff", "Completed", "Evicted", "Terminating", "NotReady", "Pending");
	}

	@Test
	void usageIsThatOfTheMetricsApi() {
		Awaitility.await().atMost(Duration.ofSeconds(90)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			JsonNode measured = cluster.get("/apis/metrics.k8s.io/v1beta1/namespaces/states-b/pods/running");
			JsonNode row = inspector.json(admin, "/pods?namespace=states-b&fieldSelector=metadata.name=running")
				.at("/items/0");
			JsonNode usage = row.get("usage");
			assertThat(usage.path("measuredAt").asString("")).isEqualTo(measured.path("timestamp").asString());
			String memory = measured.at("/containers/0/usage/memory").asString();
			assertThat(usage.get("memoryBytes").asLong()).isEqualTo(Long.parseLong(memory.replace("Ki", "")) * 1024)
				.isPositive();
			assertThat(row.at("/containers/0/usage/memoryBytes").asLong()).isEqualTo(usage.get("memoryBytes").asLong());
		});
	}

	// Ages may tick between two answers: each cell has to be what it was before or after.
	private static void compare(Supplier<Map<String, List<String>>> theirs, Supplier<Map<String, List<String>>> ours) {
		Map<String, List<String>> before = theirs.get();
		Map<String, List<String>> actual = ours.get();
		Map<String, List<String>> after = theirs.get();
		assertThat(before.keySet()).isEqualTo(after.keySet()).hasSizeGreaterThan(120);
		assertThat(actual.keySet()).isEqualTo(before.keySet());
		actual.forEach((pod, cells) -> {
			assertThat(cells).hasSize(9);
			for (int i = 0; i < cells.size(); i++) {
				assertThat(cells.get(i)).as(pod).isIn(before.get(pod).get(i), after.get(pod).get(i));
			}
		});
	}

	// Pods that crash change their state all the time: it takes a quiet moment.
	private static void eventually(ThrowingRunnable comparison) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(30))
			.pollInterval(Duration.ofMillis(100))
			.untilAsserted(comparison);
	}

}
