package io.tgr.cluster.real;

import java.time.Duration;
import java.util.List;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service's own account, when it may do less.
 */
@ExtendWith(RealClusterExtension.class)
class OwnAccountClusterTests {

	private static final String ELSEWHERE = "tgr-elsewhere";

	private static final String OFTEN = "--tgr.cluster.rights-interval=2s";

	private static RealCluster cluster;

	private static Callers callers;

	private static String admin;

	@BeforeAll
	static void start(RealCluster real) {
		cluster = real;
		admin = Callers.admin(real);
		callers = new Callers(real);
		callers.shop(ELSEWHERE);
	}

	@AfterAll
	static void stop() {
		if (cluster != null) {
			cluster.kubectl("delete", "namespace", ELSEWHERE, "--wait=false");
		}
	}

	@Test
	void rowsGoWithTheRightsAndComeBackWithThem() throws Exception {
		InspectorAccount account = InspectorAccount.everywhere(cluster);
		try (RunningInspector inspector = RunningInspector.start(account, OFTEN);
				EventStream stream = inspector.stream(admin, "/pods/stream?namespace=" + ELSEWHERE)) {
			soon().until(stream::caughtUp);
			assertThat(inspector.json(admin, "/pods").get("items")).isNotEmpty();
			account.take();
			soon().untilAsserted(() -> explains(inspector.problem(admin, "/pods", 403), "ClusterRole"));
			explains(inspector.problem(admin, "/pods?namespace=" + ELSEWHERE, 403), "ClusterRole");
			explains(inspector.problem(admin, "/pods/summary", 403), "ClusterRole");
			soon().untilAsserted(() -> assertThat(stream.events("DELETED")).hasSize(1));
			account.give();
			soon().untilAsserted(() -> assertThat(inspector.json(admin, "/pods").get("items")).isNotEmpty());
			soon().untilAsserted(() -> assertThat(stream.events("ADDED")).hasSize(2));
			assertThat(stream.ended()).isFalse();
		}
	}

	@Test
	void oneNamespaceIsEnough() throws Exception {
		InspectorAccount account = InspectorAccount.namespaced(cluster);
		new Rollout(cluster, InspectorAccount.NAMESPACE, "web").create(1);
		try (RunningInspector inspector = RunningInspector.start(account, OFTEN,
				"--tgr.cluster.namespaces=" + InspectorAccount.NAMESPACE)) {
			JsonNode answer = inspector.json(admin, "/pods");
			assertThat(namespaces(answer)).containsOnly(InspectorAccount.NAMESPACE);
			assertThat(answer.at("/scope/namespaces").toString())
				.isEqualTo("[\"%s\"]".formatted(InspectorAccount.NAMESPACE));
			assertThat(answer.at("/scope/missing").toString()).contains("list pods in all namespaces");
			JsonNode problem = inspector.problem(admin, "/pods?namespace=" + ELSEWHERE, 403);
			explains(problem, "Role");
			assertThat(problem.get("namespace").asString()).isEqualTo(ELSEWHERE);
		}
	}

	@Test
	void theRoleThatIsNamedTakesItToAnotherNamespace() throws Exception {
		InspectorAccount account = InspectorAccount.namespaced(cluster);
		try (RunningInspector inspector = RunningInspector.start(account, OFTEN,
				"--tgr.cluster.namespaces=%s,%s".formatted(InspectorAccount.NAMESPACE, ELSEWHERE))) {
			JsonNode problem = inspector.problem(admin, "/pods?namespace=" + ELSEWHERE, 403);
			explains(problem, "Role");
			callers.give(problem.get("role").asString(), InspectorAccount.NAMESPACE, InspectorAccount.NAME);
			soon().untilAsserted(() -> assertThat(namespaces(inspector.json(admin, "/pods?namespace=" + ELSEWHERE)))
				.containsOnly(ELSEWHERE));
		}
	}

	private static void explains(JsonNode problem, String kind) {
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:inspector-not-allowed");
		assertThat(problem.get("resource").asString()).isEqualTo("pods");
		assertThat(problem.get("role").asString()).contains("kind: %s\n".formatted(kind), "\"list\"");
		assertThat(problem.has("items")).isFalse();
	}

	private static List<String> namespaces(JsonNode answer) {
		return answer.get("items").valueStream().map((row) -> row.get("namespace").asString()).toList();
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(20)).pollInterval(Duration.ofMillis(200));
	}

}
