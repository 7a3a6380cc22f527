package io.tgr.system.cluster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways in that do without a gateway.
 */
class AccessClusterTests {

	@ParameterizedTest
	@ValueSource(strings = { "trending-service", "repo-details-service", "cluster-inspector-service" })
	void aPortForwardReachesAServiceAndWhatTheGatewayHides(String service) {
		try (Tunnel tunnel = Tunnel.portForward("service/" + service, 80)) {
			WebTestClient inside = TgrExtension.client(tunnel.url());
			assertThat(Json.get(inside, "/actuator/health/readiness").get("status").asString()).isEqualTo("UP");
			assertThat(Json.get(inside, "/v3/api-docs").get("openapi").asString()).startsWith("3.1");
		}
	}

	@Test
	void theApiServersProxyReachesThePodsAndAService() {
		try (Tunnel proxy = Tunnel.proxy()) {
			WebTestClient api = TgrExtension.client(proxy.url());
			String namespace = "/api/v1/namespaces/" + Kubectl.NAMESPACE;
			JsonNode pods = Json.get(api, namespace + "/pods?labelSelector=app.kubernetes.io/name=trending-service");
			assertThat(pods.get("items")).isNotEmpty();
			assertThat(Json.get(api, namespace + "/services/trending-service:http/proxy/languages").isArray()).isTrue();
		}
	}

}
