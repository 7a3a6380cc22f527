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
 * Callers with different rights: what each may see, and what it is told otherwise.
 */
@ExtendWith(RealClusterExtension.class)
class CallersClusterTests {

	private static final String SHOP = "tgr-shop";

	private static final String DEPOT = "tgr-depot";

	private static RealCluster cluster;

	private static Callers callers;

	private static RunningInspector inspector;

	@BeforeAll
	static void start(RealCluster real) {
		cluster = real;
		callers = new Callers(real);
		Callers.admin(real);
		callers.shop(SHOP);
		callers.shop(DEPOT);
		inspector = RunningInspector.start(InspectorAccount.everywhere(real), "--tgr.cluster.decision-lifetime=2s",
				"--tgr.cluster.recheck=1s");
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
			cluster.kubectl("delete", "namespace", SHOP, DEPOT, "--wait=false");
		}
	}

	@Test
	void theRoleThatIsNamedGivesTheRight() {
		String token = callers.account("newcomer");
		JsonNode problem = inspector.problem(token, "/pods", 403);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:not-allowed");
		assertThat(problem.get("detail").asString()).contains("system:serviceaccount:tgr-callers:newcomer");
		assertThat(List.of(problem.get("verb").asString(), problem.get("resource").asString())).containsExactly("list",
				"pods");
		String given = callers.give(problem.get("role").asString(), "newcomer");
		try {
			soon().untilAsserted(() -> assertThat(names(token, "/pods")).contains(SHOP, DEPOT, "kube-system"));
		}
		finally {
			cluster.delete(given);
		}
	}

	@Test
	void theRoleThatIsNamedForANamespaceGivesThatNamespace() {
		String token = callers.account("shopper");
		JsonNode problem = inspector.problem(token, "/pods?namespace=" + SHOP, 403);
		assertThat(problem.get("namespace").asString()).isEqualTo(SHOP);
		callers.give(problem.get("role").asString(), "shopper");
		soon().untilAsserted(() -> assertThat(names(token, "/pods?namespace=" + SHOP)).containsOnly(SHOP));
		soon().untilAsserted(() -> assertThat(names(token, "/pods")).containsOnly(SHOP));
		JsonNode scope = inspector.json(token, "/pods").get("scope");
		assertThat(scope.get("namespaces").toString()).isEqualTo("[\"%s\"]".formatted(SHOP));
		assertThat(scope.get("withheld").asInt()).isGreaterThanOrEqualTo(2);
		assertThat(inspector.table(token, "/pods").lines().skip(1)).allMatch((line) -> line.startsWith(SHOP + " "));
		assertThat(inspector.json(token, "/pods/summary").toString()).doesNotContain(DEPOT);
		for (String path : List.of("/pods?namespace=" + DEPOT, "/pods/summary?namespace=" + DEPOT,
				"/pods/stream?namespace=" + DEPOT, "/pods?namespace=%s&namespace=%s".formatted(SHOP, DEPOT),
				"/pods/%s/web".formatted(DEPOT))) {
			assertThat(inspector.problem(token, path, 403).get("namespace").asString()).isEqualTo(DEPOT);
		}
	}

	@Test
	void logsTakeTheirOwnRight() {
		String token = callers.account("reader");
		callers.give(Callers.role("reader", SHOP, "pods", "list, get"), "reader");
		soon().untilAsserted(() -> assertThat(names(token, "/pods")).containsOnly(SHOP));
		String path = "/pods/%s/%s".formatted(SHOP, inspector.json(token, "/pods").at("/items/0/name").asString());
		JsonNode without = inspector.json(token, path);
		assertThat(without.get("logs").isNull()).isTrue();
		assertThat(without.get("withheld").toString()).contains("get pods/log in namespace " + SHOP);
		callers.give(Callers.role("logs", SHOP, "pods/log", "get"), "reader");
		soon().untilAsserted(
				() -> assertThat(inspector.json(token, path).at("/logs/0/container").asString("")).isEqualTo("app"));
		assertThat(inspector.json(token, path).get("withheld").toString()).doesNotContain("pods/log");
	}

	@Test
	void aStreamEndsWithTheRight() throws Exception {
		String token = callers.account("follower");
		String given = callers.give(Callers.role("follower", SHOP, "pods", "list"), "follower");
		soon().untilAsserted(() -> assertThat(names(token, "/pods")).containsOnly(SHOP));
		try (EventStream stream = inspector.stream(token, "/pods/stream")) {
			soon().until(stream::caughtUp);
			assertThat(stream.events("ADDED")).hasSize(1);
			cluster.delete(given);
			soon().until(stream::ended);
			assertThat(stream.events("ERROR")).hasSize(1)
				.allSatisfy((event) -> assertThat(event.data().get("type").asString())
					.isEqualTo("urn:tgr:problem:not-allowed"));
		}
	}

	private static List<String> names(String token, String path) {
		return inspector.json(token, path)
			.get("items")
			.valueStream()
			.map((row) -> row.get("namespace").asString())
			.toList();
	}

	private static ConditionFactory soon() {
		return Awaitility.await().atMost(Duration.ofSeconds(15)).pollInterval(Duration.ofMillis(200));
	}

}
