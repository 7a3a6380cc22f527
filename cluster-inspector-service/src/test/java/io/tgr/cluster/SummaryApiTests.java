package io.tgr.cluster;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods/summary}.
 */
@ApiTest
class SummaryApiTests {

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.access.reset();
		Shop.open(this.cluster);
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
	}

	@Test
	void countsEachPodOnce() {
		JsonNode summary = this.client.get("/pods/summary");
		assertThat(summary.propertyNames()).containsExactly("asOf", "stale", "scope", "total", "unhealthy", "restarts",
				"byStatus", "byNamespace", "byNode", "byOwner", "topRestarters");
		assertThat(summary.get("total").asInt()).isEqualTo(5);
		assertThat(summary.get("unhealthy").asInt()).isEqualTo(2);
		assertThat(summary.get("restarts").asInt()).isEqualTo(6);
		assertThat(summary.get("byStatus").toString()).isEqualTo(
				"{\"items\":[{\"namespace\":null,\"name\":\"Running\",\"pods\":2,\"unhealthy\":0},{\"namespace\":null,\"name\":\"Completed\",\"pods\":1,\"unhealthy\":0},{\"namespace\":null,\"name\":\"CrashLoopBackOff\",\"pods\":1,\"unhealthy\":1},{\"namespace\":null,\"name\":\"Pending\",\"pods\":1,\"unhealthy\":1}],\"others\":0}");
		assertThat(names(summary.get("byNamespace"))).containsExactly("shop", "a", "a-b", "b");
		assertThat(names(summary.get("byNode"))).containsExactly("node-1", "node-2", null);
		assertThat(names(summary.get("byOwner"))).containsExactly(null, "Deployment/cart", "StatefulSet/db");
		assertThat(summary.get("topRestarters").toString()).isEqualTo(
				"[{\"namespace\":\"shop\",\"name\":\"cart-7d9f-abcde\",\"status\":\"CrashLoopBackOff\",\"restarts\":5,\"restartedAt\":\"2026-11-22T04:07:00Z\"},{\"namespace\":\"a\",\"name\":\"db-0\",\"status\":\"Running\",\"restarts\":1,\"restartedAt\":\"2026-11-22T02:10:00Z\"}]");
	}

	@Test
	void keepsCountsShort() {
		List<PodRow> rows = new ArrayList<>();
		for (int i = 0; i < 200; i++) {
			rows.add(PodBuilder.pod("n" + i, "p")
				.node("node-" + i)
				.restarts(i, null)
				.controller(new Owner("Job", "same-name", "uid-" + i))
				.row());
		}
		this.cluster.listed(rows.toArray(PodRow[]::new));
		JsonNode summary = this.client.get("/pods/summary?top=3");
		for (String by : List.of("byNamespace", "byNode", "byOwner")) {
			assertThat(summary.get(by).get("items")).hasSize(3);
			assertThat(summary.get(by).get("others").asInt()).isEqualTo(197);
		}
		assertThat(summary.get("topRestarters")).extracting((pod) -> pod.get("restarts").asInt())
			.containsExactly(199, 198, 197);
	}

	@Test
	void filtersAndWithholds() {
		assertThat(this.client.get("/pods/summary?unhealthy=true&namespace=shop").get("total").asInt()).isEqualTo(1);
		this.access.allow("viewer", Admission.LIST.in("b"));
		JsonNode summary = this.client.as("viewer").get("/pods/summary");
		assertThat(summary.get("total").asInt()).isEqualTo(1);
		assertThat(summary.at("/scope/withheld").asInt()).isEqualTo(3);
		assertThat(summary.toString()).doesNotContain("shop", "cart");
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=1", "continue=x", "sort=age", "top=0", "top=101", "topp=1" })
	void refusesABadParameterClearly(String parameter) {
		assertThat(this.client.problem("/pods/summary?" + parameter, 400).get("parameter").asString())
			.isEqualTo(parameter.substring(0, parameter.indexOf('=')));
	}

	private static List<String> names(JsonNode counts) {
		List<String> names = new ArrayList<>();
		counts.get("items").forEach((count) -> names.add(count.get("name").asString(null)));
		return names;
	}

}
