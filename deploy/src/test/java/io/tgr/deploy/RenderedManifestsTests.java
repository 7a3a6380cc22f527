package io.tgr.deploy;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import io.tgr.deploy.crd.CustomResourceDefinitions;
import io.tgr.deploy.kustomize.Combination;
import io.tgr.deploy.kustomize.Renderings;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.rule.Rule;
import io.tgr.deploy.rule.Rules;

import static org.assertj.core.api.Assertions.assertThat;

class RenderedManifestsTests {

	private static final CustomResourceDefinitions DEFINITIONS = CustomResourceDefinitions
		.read(Path.of("src", "test", "crds"));

	private static final Set<String> KUBERNETES = Set.of("", "apps", "autoscaling", "batch", "networking.k8s.io",
			"policy", "rbac.authorization.k8s.io");

	@ParameterizedTest
	@MethodSource("combinations")
	void everyRuleHolds(Combination combination) {
		Rendering rendering = Renderings.of(combination);
		Stream<Rule> rules = Stream.concat(Rules.ALWAYS.stream(),
				combination.overlay() ? Rules.FOR_OVERLAYS.stream() : Stream.empty());
		assertThat(rules.flatMap((rule) -> rule.violations(rendering).map((violation) -> rule + ": " + violation)))
			.as(combination.name())
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void theirOwnersSchemasHold(Combination combination) {
		assertThat(Renderings.of(combination)
			.resources()
			.stream()
			.filter(DEFINITIONS::describe)
			.flatMap((resource) -> DEFINITIONS.violations(resource).stream().map((what) -> resource + " " + what)))
			.as(combination.name())
			.isEmpty();
	}

	@ParameterizedTest
	@MethodSource("combinations")
	void everyKindThatKubernetesDoesNotHaveIsDescribed(Combination combination) {
		assertThat(Renderings.of(combination).resources())
			.allMatch((resource) -> DEFINITIONS.describe(resource) || KUBERNETES.contains(resource.group()));
	}

	static List<Combination> combinations() {
		return Renderings.all();
	}

}
