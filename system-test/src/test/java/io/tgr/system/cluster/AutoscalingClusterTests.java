package io.tgr.system.cluster;

import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The autoscaling component on top of the deployment.
 */
class AutoscalingClusterTests {

	private static final String COMPONENT = "../deploy/components/autoscaling/";

	private static final String[] MANIFESTS = { "-f", COMPONENT + "trending-service.yaml", "-f",
			COMPONENT + "repo-details-service.yaml" };

	@BeforeAll
	static void apply() {
		Kubectl.run(Stream.concat(Stream.of("apply"), Stream.of(MANIFESTS)).toArray(String[]::new));
	}

	@AfterAll
	static void tidy() {
		Kubectl.run(Stream.concat(Stream.of("delete"), Stream.of(MANIFESTS)).toArray(String[]::new));
		Kubectl.scale("trending-service", 1);
		Kubectl.scale("repo-details-service", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "trending-service", "repo-details-service" })
	void theAutoscalerReadsWhatThePodsUse(String name) {
		Waiting.until(() -> {
			JsonNode status = Kubectl.json("get", "horizontalpodautoscaler", name).get("status");
			assertThat(status.at("/currentMetrics/0/containerResource/current/averageValue").asString()).isNotEmpty();
			assertThat(status.get("conditions")).anySatisfy((condition) -> {
				assertThat(condition.get("type").asString()).isEqualTo("ScalingActive");
				assertThat(condition.get("status").asString()).isEqualTo("True");
			});
		});
	}

}
