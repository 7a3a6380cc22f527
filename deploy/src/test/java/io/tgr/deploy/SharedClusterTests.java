package io.tgr.deploy;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

import io.tgr.deploy.kustomize.Combination;
import io.tgr.deploy.kustomize.Combinations;
import io.tgr.deploy.kustomize.Renderings;
import io.tgr.deploy.manifest.Environment;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Workload;
import io.tgr.deploy.rule.Rules;

import static org.assertj.core.api.Assertions.assertThat;

class SharedClusterTests {

	static final List<Combination> PEOPLE = List.of(Combinations.ALICE, Combinations.BOB, Combinations.CAROL);

	@Test
	void nobodyHasAResourceOfSomebodyElse() {
		Rendering alice = Renderings.of(Combinations.ALICE);
		Rendering bob = Renderings.of(Combinations.BOB);
		Rendering carol = Renderings.of(Combinations.CAROL);
		assertThat(alice.resources()).noneMatch((one) -> bob.and(carol).resources().stream().anyMatch(one::sameAs));
		assertThat(bob.resources()).noneMatch((one) -> carol.resources().stream().anyMatch(one::sameAs));
	}

	@Test
	void everyRuleHoldsForAllOfThemTogetherBehindOneAmbassador() {
		Rendering cluster = Renderings.of(Combinations.ALICE)
			.and(Renderings.of(Combinations.BOB))
			.and(Renderings.of(Renderings.at("overlays/minikube")));
		assertThat(Rules.ALWAYS.stream()
			.flatMap((rule) -> rule.violations(cluster).map((violation) -> rule + ": " + violation))).isEmpty();
	}

	@ParameterizedTest
	@FieldSource("PEOPLE")
	void nothingOfAmbassadorsOwnIsMoved(Combination person) {
		assertThat(Renderings.of(person).kind("Listener", "Host")).isEmpty();
		assertThat(Renderings.of(person).resources()).noneMatch((resource) -> resource.name().contains("tgr-gateway"));
	}

	@Test
	void everythingOfAPersonIsInTheirNamespaceOrHasTheirName() {
		assertThat(Renderings.of(Combinations.ALICE).resources())
			.allMatch((resource) -> resource.namespace().equals("alice") || resource.name().startsWith("alice-")
					|| resource.is("Namespace", "", "alice"));
	}

	@Test
	void theServicesOfAPersonAskEachOther() {
		Rendering alice = Renderings.of(Combinations.ALICE);
		Workload trending = alice.workloads()
			.filter((workload) -> workload.application().equals("trending-service"))
			.findFirst()
			.orElseThrow();
		Environment environment = Environment.of(alice, trending.servers().findFirst().orElseThrow());
		assertThat(environment.value("REPO_DETAILS_URL")).isEqualTo("http://alice-repo-details-service");
		assertThat(environment.value("GITHUB_API_URL")).isEqualTo("http://alice-github-sandbox");
	}

	@Test
	void twoOfTheSameKindWouldBeSeen() {
		Rendering alice = Renderings.of(Combinations.ALICE);
		assertThat(Rules.ALWAYS.stream().flatMap((rule) -> rule.violations(alice.and(alice)))).isNotEmpty();
	}

}
