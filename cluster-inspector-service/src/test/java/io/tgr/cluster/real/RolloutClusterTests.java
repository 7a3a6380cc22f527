package io.tgr.cluster.real;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream that is open while a deployment rolls.
 */
@ExtendWith(RealClusterExtension.class)
class RolloutClusterTests {

	private static final String NAMESPACE = "tgr-rollout";

	private static RealCluster cluster;

	private static RunningInspector inspector;

	private static String admin;

	@BeforeAll
	static void start(RealCluster real) {
		cluster = real;
		cluster.namespace(NAMESPACE);
		inspector = RunningInspector.start(InspectorAccount.everywhere(real));
		admin = Callers.admin(real);
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
			cluster.kubectl("delete", "namespace", NAMESPACE, "--wait=false");
		}
	}

	@Test
	void everyChangeOfARolloutComesOnceInOrderAndWithinASecond() throws Exception {
		try (EventStream stream = inspector.stream(admin, "/pods/stream?namespace=" + NAMESPACE);
				PodWatch watch = PodWatch.open(cluster, NAMESPACE)) {
			Awaitility.await().until(stream::caughtUp);
			Rollout rollout = new Rollout(cluster, NAMESPACE, "rolled");
			rollout.create(4);
			for (int i = 0; i < 3; i++) {
				rollout.roll();
				rollout.await();
			}
			rollout.delete();
			Awaitility.await().atMost(Duration.ofSeconds(40)).untilAsserted(() -> {
				assertThat(cluster.get("/api/v1/namespaces/%s/pods".formatted(NAMESPACE)).get("items")).isEmpty();
				assertThat(Step.of(stream.events())).hasSameSizeAs(watch.steps());
			});
			Map<String, List<Step>> direct = Step.byPod(watch.steps());
			Map<String, List<Step>> through = Step.byPod(Step.of(stream.events()));
			assertThat(through.keySet()).isEqualTo(direct.keySet()).hasSizeGreaterThanOrEqualTo(16);
			direct.forEach((pod, steps) -> assertThat(through.get(pod)).extracting(Step::text)
				.containsExactlyElementsOf(steps.stream().map(Step::text).toList()));
			assertThat(stream.ids()).doesNotHaveDuplicates();
			Latencies latencies = Latencies.of(direct, through);
			System.out.println(latencies);
			// The promise is a second, on a machine that does nothing else; a test cannot
			// know.
			assertThat(latencies.worst()).as("milliseconds").isLessThan(5000);
		}
	}

}
