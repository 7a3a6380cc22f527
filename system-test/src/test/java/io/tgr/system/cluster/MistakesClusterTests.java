package io.tgr.system.cluster;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The mistakes of the troubleshooting table, made on a copy of a deployment: what
 * {@code kubectl describe} and the log say leads to the fix.
 */
class MistakesClusterTests {

	private static final String REGISTRY = "TGR_TEST_REGISTRY";

	@Test
	void aTokenThatGithubRefusesStopsTheStartWithASentence() {
		try (Copy copy = new Copy("repo-details-service",
				(container) -> Copy.variable(container, "GITHUB_TOKEN").put("value", "not-a-token"))) {
			Waiting.until(() -> assertThat(copy.container().get("restartCount").asInt()).isPositive());
			Waiting.until(() -> assertThat(copy.log()).contains("GITHUB_TOKEN").doesNotContain("not-a-token"));
		}
	}

	@Test
	void aMissingKeyOfAConfigMapIsNamed() {
		try (Copy copy = new Copy("trending-service",
				(container) -> Copy.variable(container, "ENV")
					.withObject("valueFrom")
					.withObject("configMapKeyRef")
					.put("name", "kube-root-ca.crt"))) {
			Waiting.until(() -> assertThat(copy.waiting()).isEqualTo("CreateContainerConfigError"));
			assertThat(copy.described()).contains("couldn't find key ENV in ConfigMap");
		}
	}

	@Test
	void anUnreachableGithubIsTold() {
		try (Copy copy = new Copy("repo-details-service",
				(container) -> Copy.variable(container, "GITHUB_API_URL").put("value", "http://nowhere.invalid"))) {
			Waiting.until(() -> assertThat(copy.log()).contains("GitHub at nowhere.invalid is out of reach"));
		}
	}

	@Test
	void anImageThatCannotBePulledIsNamed() {
		String image = "registry.example.com/tgr/trending-service:0.0.0";
		try (Copy copy = new Copy("trending-service",
				(container) -> container.put("image", image).put("imagePullPolicy", "IfNotPresent"))) {
			Waiting.until(() -> assertThat(copy.waiting()).isIn("ErrImagePull", "ImagePullBackOff"));
			assertThat(copy.described()).contains("Failed to pull image \"%s\"".formatted(image));
		}
	}

	@Test
	@EnabledIfEnvironmentVariable(named = REGISTRY, matches = ".+")
	void anImageOfAPrivateRegistryNeedsCredentials() {
		String registry = System.getenv(REGISTRY);
		String password = System.getenv(REGISTRY + "_PASSWORD");
		Kubectl.run("create", "secret", "docker-registry", "pull", "--docker-server=" + registry,
				"--docker-username=tgr", "--docker-password=" + password);
		try (Copy copy = new Copy("trending-service",
				(container) -> container.put("image", registry + "/tgr/trending-service:dev")
					.put("imagePullPolicy", "Always"))) {
			Waiting.until(() -> assertThat(copy.waiting()).isIn("ErrImagePull", "ImagePullBackOff"));
			Waiting.until(() -> assertThat(copy.described()).containsAnyOf("401 Unauthorized", "authorization failed"));
			copy.pullWith("pull");
			Waiting.until(() -> assertThat(copy.container().get("started").asBoolean()).isTrue());
		}
		finally {
			Kubectl.run("delete", "secret", "pull");
		}
	}

	@Test
	void anImageThatWasNeverLoadedIsNamed() {
		try (Copy copy = new Copy("trending-service",
				(container) -> container.put("image", "tgr/trending-service:0.0.0").put("imagePullPolicy", "Never"))) {
			Waiting.until(() -> assertThat(copy.waiting()).isEqualTo("ErrImageNeverPull"));
		}
	}

}
