package io.tgr.deploy.kustomize;

import java.nio.file.Path;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class DeployTreeTests {

	@TempDir
	private Path folder;

	private DeployTree source;

	@BeforeEach
	void source() {
		this.source = new DeployTree(this.folder.resolve("deploy"));
		this.source.write("components/github/github.env.example", "# copy it\nGITHUB_TOKEN=\n#CLIENT_ID=\n");
		this.source.write("components/github/kustomization.yaml", "kind: Component");
		this.source.write("overlays/minikube/kustomization.yaml", "kind: Kustomization");
	}

	@Test
	void anExampleIsFilledInWhereTheRealFileBelongs() {
		assertThat(copy().resolve("components/github/github.env"))
			.hasContent("# copy it\nGITHUB_TOKEN=filled-in\nCLIENT_ID=filled-in\n");
	}

	@Test
	void theRealFileOfAUserIsNeverRead() {
		this.source.write("components/github/github.env", "GITHUB_TOKEN=real");
		assertThat(copy().resolve("components/github/github.env")).content().doesNotContain("real");
	}

	@Test
	void whatIsFilledInIsKnown() {
		assertThat(copy().examples()).contains("filled-in");
	}

	@Test
	void kustomizationsAreFoundByTheirKind() {
		assertThat(copy().folders("overlays", "Kustomization")).containsExactly("overlays/minikube");
		assertThat(copy().folders("components", "Component")).containsExactly("components/github");
	}

	@Test
	void aCopyHoldsNothingOfAnEarlierOne() {
		copy().write("overlays/old/kustomization.yaml", "kind: Kustomization");
		assertThat(copy().folders("overlays", "Kustomization")).containsExactly("overlays/minikube");
	}

	private DeployTree copy() {
		return DeployTree.copy(this.folder.resolve("deploy"), this.folder.resolve("copy"));
	}

}
