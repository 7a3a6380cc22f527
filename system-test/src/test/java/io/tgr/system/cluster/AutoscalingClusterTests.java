package io.tgr.system.cluster;

import java.nio.file.Path;

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

	private static final Path COMPONENT = Path.of("../deploy/components/autoscaling");

	@BeforeAll
	static void apply() {
		Kubectl.run("apply", "-f", COMPONENT.resolve("horizontalpodautoscalers.yaml").toString());
	}

	@AfterAll
	static void tidy() {
		Kubectl.run("delete", "-f", COMPONENT.resolve("horizontalpodautoscalers.yaml").toString());
		Kubectl.scale("trending-service", 1);
		Kubectl.scale("repo-details-service", 1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "trending-service", "repo-details-service" })
	void theAutoscalerReadsWhatThePodsUse(String name) {
		Waiting.until(() -> {
			JsonNode status = Kubectl.json("get", "horizontalpodautoscaler", name).get("status");
			assertThat(status.at("/currentMetrics/0/resource/current/averageUtilization").isNumber()).isTrue();
			assertThat(status.get("conditions")).anySatisfy((condition) -> {
				assertThat(condition.get("type").asString()).isEqualTo("ScalingActive");
				assertThat(condition.get("status").asString()).isEqualTo("True");
			});
		});
	}

}
