package io.tgr.sandbox.cluster;

import io.fabric8.kubernetes.client.KubernetesClient;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ClusterSandboxTests {

	@Test
	void startsOnARandomPortOfTheLoopbackAddress() {
		try (ClusterSandbox sandbox = ClusterSandbox.builder().empty().start()) {
			assertThat(sandbox.url().getHost()).isEqualTo("127.0.0.1");
			assertThat(sandbox.url().getPort()).isPositive();
		}
	}

	@Test
	void closingOneLeavesTheOthersRunning() {
		try (ClusterSandbox other = ClusterSandbox.builder().empty().start();
				KubernetesClient client = ClusterClients.fabric8(other, null)) {
			ClusterSandbox.builder().empty().start().close();
			assertThat(client.namespaces().list().getItems()).hasSize(4);
		}
	}

	@Test
	void tellsItsVersionAndWhatItServes() {
		try (ClusterSandbox sandbox = ClusterSandbox.builder().empty().start();
				KubernetesClient client = ClusterClients.fabric8(sandbox, null)) {
			assertThat(client.getKubernetesVersion().getGitVersion()).isEqualTo("v1.34.4");
			assertThat(client.getApiResources("v1").getResources()).anyMatch((it) -> it.getKind().equals("Pod"));
			assertThat(client.hasApiGroup("metrics.k8s.io", true)).isTrue();
			sandbox.metrics(false);
			assertThat(client.hasApiGroup("metrics.k8s.io", true)).isFalse();
			assertThat(ClusterClients.get(sandbox, "/nosuch", "sandbox-admin").body())
				.isEqualTo("404 page not found\n");
		}
	}

	@Test
	void startsWithAsManyPodsAsWanted() {
		try (ClusterSandbox sandbox = ClusterSandbox.builder().empty().pods(250).start();
				KubernetesClient client = ClusterClients.fabric8(sandbox, null)) {
			assertThat(client.pods().inNamespace("load").list().getItems()).hasSize(250)
				.allMatch((pod) -> pod.getStatus().getPodIP() != null);
		}
	}

	@Test
	void refusesObjectsItDoesNotKnow() {
		try (ClusterSandbox sandbox = ClusterSandbox.builder().empty().start()) {
			assertThatIllegalArgumentException()
				.isThrownBy(() -> sandbox.put("{\"kind\":\"Secret\",\"apiVersion\":\"v1\"}"))
				.withMessageContaining("Secret");
			assertThatIllegalArgumentException()
				.isThrownBy(() -> sandbox.put("{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"a\"}}"))
				.withMessageContaining("namespace");
		}
	}

	@Test
	void putsAndDeletesObjects() {
		try (ClusterSandbox sandbox = ClusterSandbox.builder().empty().start();
				KubernetesClient client = ClusterClients.fabric8(sandbox, null)) {
			sandbox.put(ClusterClients.pod("shop", "one", "web"));
			var pod = client.pods().inNamespace("shop").withName("one").get();
			assertThat(pod.getMetadata().getUid()).isNotBlank();
			assertThat(pod.getMetadata().getCreationTimestamp()).endsWith("Z");
			sandbox.put(ClusterClients.pod("shop", "one", "other"));
			var changed = client.pods().inNamespace("shop").withName("one").get();
			assertThat(changed.getMetadata().getUid()).isEqualTo(pod.getMetadata().getUid());
			assertThat(Long.parseLong(changed.getMetadata().getResourceVersion()))
				.isGreaterThan(Long.parseLong(pod.getMetadata().getResourceVersion()));
			sandbox.delete("Pod", "shop", "one");
			assertThat(client.pods().inNamespace("shop").withName("one").get()).isNull();
		}
	}

}
