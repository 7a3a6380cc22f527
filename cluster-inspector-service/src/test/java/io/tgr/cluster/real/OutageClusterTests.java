package io.tgr.cluster.real;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A stream that is open while the API server is killed and comes back.
 */
@ExtendWith(RealClusterExtension.class)
class OutageClusterTests {

	private static final String NAMESPACE = "tgr-outage";

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
	void theStreamGoesOnWhenTheApiServerIsKilledAndComesBack() throws Exception {
		Command kill = RealCluster.command("TGR_TEST_STOP_API");
		Command revive = RealCluster.command("TGR_TEST_START_API");
		Assumptions.assumeTrue(kill != null && revive != null,
				"No TGR_TEST_STOP_API and TGR_TEST_START_API: the API server is not stopped");
		Rollout rolled = new Rollout(cluster, NAMESPACE, "survivor");
		rolled.create(3);
		new Rollout(cluster, NAMESPACE, "still").create(2);
		try (EventStream stream = open()) {
			Set<String> present = uids();
			soon().untilAsserted(() -> assertThat(Step.byPod(Step.of(stream.events())).keySet()).isEqualTo(present));
			assertThat(inspector.json(admin, "/pods").get("stale").isNull()).isTrue();
			kill.run();
			int before;
			try {
				soon().untilAsserted(() -> assertThat(stream.events("STALE")).hasSize(1));
				before = stream.events().size();
				staysUsable();
			}
			finally {
				revive.run();
			}
			soon().until(() -> cluster.status("/readyz") == 200);
			followsWhatComesNext(stream, before, rolled, present);
		}
	}

	private static void staysUsable() {
		JsonNode answer = inspector.json(admin, "/pods?namespace=" + NAMESPACE);
		assertThat(answer.at("/stale/reason").asString()).isEqualTo("unreachable");
		assertThat(answer.get("items")).hasSize(5);
		assertThat(inspector.get(admin, "/pods", "text/plain").headers().firstValue("X-Tgr-Stale")).hasValue("true");
		assertThat(inspector.get(null, "/actuator/health/readiness", "*/*").statusCode()).isEqualTo(200);
		assertThat(inspector.problem("somebody-else", "/pods", 503).get("type").asString())
			.isEqualTo("urn:tgr:problem:cluster-unavailable");
	}

	private static void followsWhatComesNext(EventStream stream, int before, Rollout rolled, Set<String> present)
			throws Exception {
		try (PodWatch watch = PodWatch.open(cluster, NAMESPACE)) {
			rolled.roll();
			rolled.await();
			soon().untilAsserted(() -> assertThat(stream.events("CURRENT")).hasSize(1));
			rolled.roll();
			rolled.await();
			Awaitility.await().atMost(Duration.ofSeconds(30)).untilAsserted(() -> assertThat(uids()).hasSize(5));
			Set<String> now = uids();
			Map<String, List<Step>> direct = Step.byPod(watch.steps());
			soon().untilAsserted(() -> {
				Map<String, List<Step>> through = told(stream, before);
				direct.forEach((pod, steps) -> assertThat(through.get(pod)).isNotNull()
					.last()
					.extracting(Step::text)
					.isEqualTo(steps.get(steps.size() - 1).text()));
			});
			Map<String, List<Step>> through = told(stream, before);
			assertThat(through.keySet()).isEqualTo(direct.keySet());
			through.forEach((pod, steps) -> compare(steps, direct.get(pod), present.contains(pod), now.contains(pod)));
			assertThat(stream.events("RESET")).isEmpty();
			assertThat(inspector.json(admin, "/pods").get("stale").isNull()).isTrue();
			assertThat(stream.ids()).doesNotHaveDuplicates();
		}
	}

	// A list tells how it is, and not how it came to be: some steps may be passed over,
	// but none is told twice or in another order.
	private static void compare(List<Step> told, List<Step> happened, boolean old, boolean there) {
		assertThat(happened).extracting(Step::text).containsSubsequence(told.stream().map(Step::text).skip(1).toList());
		assertThat(told).extracting(Step::type).filteredOn("ADDED"::equals).hasSize((old) ? 0 : 1);
		assertThat(told).extracting(Step::type).filteredOn("DELETED"::equals).hasSize((there) ? 0 : 1);
	}

	private static Map<String, List<Step>> told(EventStream stream, int from) {
		return Step.byPod(Step.of(stream.events().subList(from, stream.events().size())));
	}

	private static Set<String> uids() {
		Set<String> uids = new HashSet<>();
		cluster.get("/api/v1/namespaces/%s/pods".formatted(NAMESPACE))
			.get("items")
			.forEach((pod) -> uids.add(pod.at("/metadata/uid").asString()));
		return uids;
	}

	private static EventStream open() {
		EventStream stream = inspector.stream(admin, "/pods/stream?namespace=" + NAMESPACE);
		soon().until(stream::caughtUp);
		return stream;
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(40)).pollInterval(Duration.ofMillis(100));
	}

}
