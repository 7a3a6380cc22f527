package io.tgr.system.cluster;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A Prometheus with the configuration that the monitoring component brings.
 */
class PrometheusClusterTests {

	private static final Set<String> SERVICES = Set.of("trending-service", "repo-details-service",
			"cluster-inspector-service");

	private static Tunnel tunnel;

	private static WebTestClient prometheus;

	@BeforeAll
	static void open() {
		Kubectl.rolledOut("prometheus");
		tunnel = Tunnel.portForward("service/prometheus", 9090);
		prometheus = TgrExtension.client(tunnel.url());
	}

	@AfterAll
	static void close() {
		if (tunnel != null) {
			tunnel.close();
		}
	}

	@Test
	void everyPodOfTheServicesIsScraped() {
		Waiting.until(() -> {
			Set<String> pods = SERVICES.stream()
				.flatMap((service) -> Kubectl.pods(service).stream())
				.map((pod) -> pod.at("/metadata/name").asString())
				.collect(Collectors.toSet());
			Map<String, String> up = query("up").valueStream()
				.collect(Collectors.toMap((series) -> series.at("/metric/pod").asString(),
						(series) -> series.at("/value/1").asString()));
			assertThat(up.keySet()).containsAll(pods);
			assertThat(pods).allSatisfy((pod) -> assertThat(up.get(pod)).as(pod).isEqualTo("1"));
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "http_server_requests_seconds_count", "jvm_memory_used_bytes", "tgr_pods",
			"tgr_cluster_watch_lag_seconds", "tgr_store_available", "tgr_refresher_leader" })
	void whatAlertsAskForIsThere(String metric) {
		Waiting.until(() -> assertThat(query(metric)).isNotEmpty());
	}

	@Test
	void theAlertsAreLoaded() {
		JsonNode rules = Json.get(prometheus, "/api/v1/rules");
		assertThat(rules.at("/data/groups")).isNotEmpty();
		assertThat(rules.at("/data/groups").valueStream().flatMap((group) -> group.get("rules").valueStream()))
			.allSatisfy((rule) -> assertThat(rule.get("health").asString()).isNotEqualTo("err"));
	}

	private static JsonNode query(String expression) {
		return Json.get(prometheus, "/api/v1/query?query={expression}", expression).at("/data/result");
	}

}
