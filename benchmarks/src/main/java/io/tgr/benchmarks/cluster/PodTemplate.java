package io.tgr.benchmarks.cluster;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.EnvVarBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.api.model.PodConditionBuilder;
import io.fabric8.kubernetes.api.model.PodStatus;
import io.fabric8.kubernetes.api.model.PodStatusBuilder;
import io.fabric8.kubernetes.api.model.Quantity;

/**
 * A pod of the usual size: a container with its environment, probes and resources.
 */
final class PodTemplate {

	private static final String SINCE = "2026-01-01T00:00:00Z";

	private PodTemplate() {
	}

	static Pod pod(String name, String namespace, String node, Map<String, String> labels) {
		return new PodBuilder().withNewMetadata()
			.withName(name)
			.withNamespace(namespace)
			.withLabels(labels)
			.endMetadata()
			.withNewSpec()
			.withNodeName(node)
			.withAutomountServiceAccountToken(false)
			.addNewToleration()
			.withOperator("Exists")
			.endToleration()
			.addNewContainer()
			.withName("app")
			.withImage("registry.example/team/application:1.42.0")
			.withEnv(environment())
			.addNewPort()
			.withContainerPort(8080)
			.endPort()
			.withNewReadinessProbe()
			.withNewHttpGet()
			.withPath("/actuator/health/readiness")
			.withNewPort(8080)
			.endHttpGet()
			.endReadinessProbe()
			.withNewResources()
			.addToRequests("cpu", new Quantity("100m"))
			.addToRequests("memory", new Quantity("128Mi"))
			.addToLimits("memory", new Quantity("256Mi"))
			.endResources()
			.endContainer()
			.endSpec()
			.build();
	}

	private static List<EnvVar> environment() {
		return IntStream.range(0, 20)
			.mapToObj((number) -> new EnvVarBuilder().withName("SETTING_" + number)
				.withValue("the value of setting number " + number)
				.build())
			.toList();
	}

	static PodStatus running(int number) {
		String ip = "10.%d.%d.%d".formatted(100 + number / 62500, number / 250 % 250, number % 250 + 1);
		return new PodStatusBuilder().withPhase("Running")
			.withPodIP(ip)
			.addNewPodIP(ip)
			.withHostIP("10.0.0.1")
			.withStartTime(SINCE)
			.withConditions(List.of("PodScheduled", "Initialized", "ContainersReady", "Ready")
				.stream()
				.map((type) -> new PodConditionBuilder().withType(type)
					.withStatus("True")
					.withLastTransitionTime(SINCE)
					.build())
				.toList())
			.addNewContainerStatus()
			.withName("app")
			.withImage("registry.example/team/application:1.42.0")
			.withImageID("sha256:0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0")
			.withContainerID("containerd://%064d".formatted(number))
			.withReady(true)
			.withStarted(true)
			.withRestartCount(0)
			.withNewState()
			.withNewRunning(SINCE)
			.endState()
			.endContainerStatus()
			.build();
	}

}
