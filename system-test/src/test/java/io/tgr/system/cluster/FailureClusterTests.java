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
 * A pod that dies and a neighbour that is away.
 */
@ExtendWith(TgrExtension.class)
class FailureClusterTests {

	private static final String RANKING = "/trending?language=java&window=weekly&limit=3";

	@Test
	void aKilledPodIsReplacedAndItsTwinGoesOn(URI gateway, WebTestClient tgr) {
		Kubectl.scale("trending-service", 2);
		try {
			Waiting.until(() -> assertThat(Json.get(tgr, RANKING).get("items")).isNotEmpty());
			String killed = Kubectl.pods("trending-service").get(0).at("/metadata/name").asString();
			Kubectl.run("delete", "pod", killed, "--grace-period=0", "--force");
			Waiting.until(() -> assertThat(Kubectl.pods("trending-service")).hasSize(2)
				.noneSatisfy((pod) -> assertThat(pod.at("/metadata/name").asString()).isEqualTo(killed)));
			Waiting.until(() -> tgr.get().uri(RANKING).exchange().expectStatus().isOk());
			Kubectl.rolledOut("trending-service");
		}
		finally {
			Kubectl.scale("trending-service", 1);
		}
	}

	@Test
	void withoutItsNeighbourTrendingStaysReadyAndSaysWhatIsMissing(WebTestClient tgr) {
		Json.getRows(tgr, RANKING);
		Kubectl.scale("repo-details-service", 0);
		try {
			Waiting.until(
					() -> tgr.get().uri("/repos/spring-projects/spring-boot").exchange().expectStatus().isEqualTo(503));
			JsonNode answer = Json.getRows(tgr, RANKING + "&details=true");
			assertThat(answer.at("/coverage/missing").toString()).contains("details-unavailable");
			assertThat(Json.items(answer)).allSatisfy((row) -> assertThat(row.get("details").isNull()).isTrue());
			JsonNode trending = Kubectl.json("get", "deployment", "trending-service");
			assertThat(trending.at("/status/readyReplicas").asInt()).isOne();
		}
		finally {
			Kubectl.scale("repo-details-service", 1);
		}
		Waiting.until(() -> tgr.get().uri("/repos/spring-projects/spring-boot").exchange().expectStatus().isOk());
	}

}
