package io.tgr.deploy.kustomize;

import java.nio.file.Path;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.TestAbortedException;

import io.tgr.deploy.manifest.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class KubectlTests {

	@Test
	void aCommandThatIsNotThereIsNotFound() {
		assertThat(Kubectl.find(Map.of("KUBECTL", "/no/such/kube kubectl"))).isEmpty();
	}

	@Test
	void aCommandThatDoesNotRenderIsNotFound() {
		assertThat(Kubectl.find(Map.of("KUBECTL", "false"))).isEmpty();
	}

	@Test
	void theCommandMayHaveSeveralWords(@TempDir Path folder) {
		new DeployTree(folder).write("kube.sh", "test \"$1 $2\" = 'kubectl kustomize'");
		assertThat(Kubectl.find(Map.of("KUBECTL", "sh %s/kube.sh kubectl".formatted(folder)))).isPresent();
		assertThat(Kubectl.find(Map.of("KUBECTL", "sh %s/kube.sh".formatted(folder)))).isEmpty();
	}

	@Test
	void withoutKubectlATestIsSkippedAndSaysHowToRunIt() {
		assertThatExceptionOfType(TestAbortedException.class).isThrownBy(() -> Renderings.missing(Map.of()))
			.withMessageContaining("KUBECTL");
	}

	@Test
	void inCiATestFailsWithoutKubectl() {
		assertThatExceptionOfType(IllegalStateException.class)
			.isThrownBy(() -> Renderings.missing(Map.of("CI", "true")))
			.withMessageContaining("KUBECTL");
	}

	@Test
	void whatDoesNotRenderSaysWhy(@TempDir Path folder) {
		Kubectl kubectl = Renderings.kubectl();
		new DeployTree(folder).write("kustomization.yaml", "resources: [nothing.yaml]");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> kubectl.kustomize(folder))
			.withMessageContaining("nothing.yaml");
	}

	@Test
	void aWarningIsAFailure(@TempDir Path folder) {
		Kubectl kubectl = Renderings.kubectl();
		new DeployTree(folder).write("kustomization.yaml", "commonLabels: {a: b}\nresources: [a.yaml]");
		new DeployTree(folder).write("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
		assertThatExceptionOfType(IllegalStateException.class).isThrownBy(() -> kubectl.kustomize(folder))
			.withMessageContaining("commonLabels");
	}

	@Test
	void whatRendersIsReturned(@TempDir Path folder) {
		new DeployTree(folder).write("kustomization.yaml", "namePrefix: b-\nresources: [a.yaml]");
		new DeployTree(folder).write("a.yaml", "{apiVersion: v1, kind: ConfigMap, metadata: {name: a}}");
		assertThat(Resource.read(Renderings.kubectl().kustomize(folder))).extracting(Resource::name)
			.containsExactly("b-a");
	}

}
