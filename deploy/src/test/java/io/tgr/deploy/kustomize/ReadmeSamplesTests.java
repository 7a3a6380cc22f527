package io.tgr.deploy.kustomize;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeSamplesTests {

	private static final String SAMPLE = """
			apiVersion: kustomize.config.k8s.io/v1beta1
			kind: Kustomization
			resources: [../minikube]
			""";

	@TempDir
	private Path folder;

	@Test
	void aSampleLiesBesideTheFolderThatItNames() {
		page("docs/guide.md", "# Guide\n```yaml\n# deploy/overlays/mine/kustomization.yaml\n" + SAMPLE + "```\n");
		assertThat(samples()).singleElement().satisfies((sample) -> {
			assertThat(sample.folder()).startsWith("overlays/sample-0");
			assertThat(sample.kustomization()).contains(SAMPLE);
			assertThat(sample.overlay()).isTrue();
		});
	}

	@Test
	void aSampleThatNamesNoneLiesBesideTheFolderOfItsReadme() {
		page("deploy/components/monitoring/operator/README.md", "```yaml\n" + SAMPLE + "```\n");
		assertThat(samples()).singleElement()
			.satisfies((sample) -> assertThat(sample.folder()).startsWith("components/monitoring/sample-0"));
	}

	@Test
	void patchesThatFollowASampleAreAnotherOne() {
		page("deploy/overlays/README.md", """
				```yaml
				# deploy/overlays/mine/kustomization.yaml
				%s```
				And then:
				```yaml
				patches: []
				```
				""".formatted(SAMPLE));
		assertThat(samples()).extracting((sample) -> sample.kustomization().contains("patches: []"))
			.containsExactly(false, true);
	}

	@Test
	void aFileThatIsShownLiesBesideTheSample() {
		page("deploy/overlays/README.md", """
				```yaml
				# deploy/overlays/mine/kustomization.yaml
				%s```
				```yaml
				# shop.yaml
				kind: Role
				```
				""".formatted(SAMPLE));
		assertThat(this.folder.resolve("tree").resolve(samples().get(0).folder()).resolve("shop.yaml")).exists();
	}

	@Test
	void aSampleInAListIsFoundToo() {
		page("docs/guide.md", "1. First:\n\n   ```yaml\n   # deploy/overlays/mine/kustomization.yaml\n"
				+ SAMPLE.indent(3) + "   ```\n");
		assertThat(samples()).singleElement()
			.satisfies((sample) -> assertThat(sample.kustomization()).endsWith(SAMPLE));
	}

	@Test
	void otherYamlIsNoSample() {
		page("docs/guide.md", "```yaml\napiVersion: v1\nkind: Secret\n```\n");
		assertThat(samples()).isEmpty();
	}

	private void page(String name, String content) {
		new DeployTree(this.folder).write(name, content);
	}

	private List<Combination> samples() {
		return ReadmeSamples.lay(this.folder, new DeployTree(this.folder.resolve("tree")));
	}

}
