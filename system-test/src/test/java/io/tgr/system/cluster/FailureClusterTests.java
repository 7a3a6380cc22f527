package io.tgr.system.cluster;

import java.net.URI;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A pod that dies and a neighbour that is not ready.
 */
@ExtendWith(TgrExtension.class)
class FailureClusterTests {

	private static final String NEIGHBOUR = "repo-details-service";

	private static final String FACTS = "/repos/spring-projects/spring-boot?parts=facts";

	private static final String RANKING = "/trending?language=java&window=weekly&limit=3";

	@Test
	void aKilledPodIsReplacedAndItsTwinGoesOn(URI gateway, WebTestClient tgr) {
		Kubectl.scale("trending-service", 2);
		Json.getRows(tgr, RANKING);
		String killed = Kubectl.pods("trending-service").get(0).at("/metadata/name").asString();
		try (Load load = Load.on(gateway.resolve(RANKING))) {
			Kubectl.run("delete", "pod", killed, "--grace-period=0", "--force");
			Waiting.until(() -> assertThat(Kubectl.pods("trending-service")).hasSize(2)
				.noneSatisfy((pod) -> assertThat(pod.at("/metadata/name").asString()).isEqualTo(killed)));
			Kubectl.rolledOut("trending-service");
			// What it was answering when it was killed is lost.
			load.assertFailed(10);
		}
		finally {
			Kubectl.scale("trending-service", 1);
		}
	}

	@Test
	void besideANeighbourThatIsNotReadyTrendingStaysReadyAndSaysWhatIsMissing(WebTestClient tgr) {
		Json.getRows(tgr, RANKING);
		String before = Kubectl.run("get", "deployment", NEIGHBOUR, "-o", "jsonpath={.spec.strategy}");
		readiness("/nowhere", "{\"type\": \"Recreate\", \"rollingUpdate\": null}");
		try {
			Waiting.until(() -> assertThat(ready(NEIGHBOUR)).isZero());
			Waiting.until(() -> tgr.get().uri(FACTS).exchange().expectStatus().isEqualTo(503));
			JsonNode answer = Json.getRows(tgr, RANKING + "&details=true");
			assertThat(answer.at("/coverage/missing").toString()).contains("details-unavailable");
			assertThat(Json.items(answer)).allSatisfy((row) -> assertThat(row.get("details").isNull()).isTrue());
			assertThat(ready("trending-service")).isOne();
		}
		finally {
			readiness("/actuator/health/readiness", before);
			Kubectl.rolledOut(NEIGHBOUR);
		}
		Waiting.until(() -> tgr.get().uri(FACTS).exchange().expectStatus().isOk());
	}

	private static void readiness(String path, String strategy) {
		Kubectl.run("patch", "deployment", NEIGHBOUR, "--patch", """
				{"spec": {"strategy": %s, "template": {"spec": {"containers": [
				{"name": "%s", "readinessProbe": {"httpGet": {"path": "%s"}}}]}}}}""".formatted(strategy, NEIGHBOUR,
				path));
	}

	private static int ready(String deployment) {
		return Kubectl.json("get", "deployment", deployment).at("/status/readyReplicas").asInt(0);
	}

}
