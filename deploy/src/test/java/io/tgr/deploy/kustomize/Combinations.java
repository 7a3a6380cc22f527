package io.tgr.deploy.kustomize;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Every overlay, base with each component, and what people sensibly put together.
 */
public final class Combinations {

	private static final String SANDBOX = "overlays/minikube/sandbox";

	private static final String MINIKUBE = "overlays/minikube/services";

	private static final String CLOUD = "overlays/cloud/services";

	/** It is a cluster's, in a namespace of its own, and no part of the services. */
	private static final Set<String> NOT_ON_BASE = Set.of("ambassador");

	public static final Combination GATEWAY_API_ON_MINIKUBE = inTgr("overlays/minikube", "gateway-api", "autoscaling",
			"monitoring/prometheus", "network-policies");

	public static final Combination POLICIES_WITH_SANDBOX = inTgr(SANDBOX, "network-policies", "monitoring/prometheus");

	public static final Combination POLICIES_WITH_REDIS = inTgr(SANDBOX, "redis", "network-policies");

	public static final Combination POLICIES_WITH_GITHUB = inTgr(CLOUD, "network-policies");

	public static final Combination GATEWAY_API_ON_CLOUD = inTgr(CLOUD, "gateway-api");

	public static final Combination ALICE = person("alice");

	public static final Combination BOB = person("bob", "inspector-namespaced", "monitoring/operator", "redis");

	public static final Combination CAROL = person("carol", "gateway-api", "autoscaling", "monitoring/prometheus",
			"network-policies", "registry-credentials");

	private static final List<Combination> SENSIBLE = List.of(GATEWAY_API_ON_MINIKUBE, POLICIES_WITH_SANDBOX,
			POLICIES_WITH_REDIS, POLICIES_WITH_GITHUB, GATEWAY_API_ON_CLOUD, ALICE, BOB, CAROL,
			inTgr("overlays/minikube", "gateway-api", "autoscaling", "monitoring/prometheus", "monitoring/operator",
					"network-policies", "inspector-namespaced", "github-credentials", "registry-credentials"),
			inTgr(MINIKUBE, "redis", "autoscaling", "mesh/linkerd", "network-policies"),
			inTgr(SANDBOX, "inspector-namespaced"), inTgr(SANDBOX, "github-credentials"),
			Combination.composed(MINIKUBE, List.of("github-credentials", "sandbox"), """
					namespace: tgr
					images: [{name: sandbox, newName: registry.example.com/tgr/sandbox, newTag: 0.1.0}]
					"""),
			inTgr(CLOUD, "autoscaling", "network-policies", "monitoring/operator", "registry-credentials"),
			inTgr(CLOUD, "autoscaling", "network-policies", "monitoring/prometheus", "inspector-namespaced",
					"registry-credentials"),
			inTgr(CLOUD, "gateway-api", "autoscaling", "network-policies", "monitoring/operator",
					"registry-credentials"),
			inTgr(CLOUD, "mesh/linkerd", "autoscaling", "network-policies", "monitoring/prometheus"),
			inTgr(CLOUD, "mesh/istio", "autoscaling", "network-policies", "monitoring/prometheus"));

	private Combinations() {
	}

	/**
	 * All of them.
	 * @param tree where overlays and components lie
	 * @return what a test may render
	 */
	static List<Combination> all(DeployTree tree) {
		Stream<Combination> overlays = tree.folders("overlays", "Kustomization").stream().map(Combination::existing);
		Stream<Combination> onBase = tree.folders("components", "Component")
			.stream()
			.map((folder) -> folder.replaceFirst("^components/", ""))
			.filter((component) -> !NOT_ON_BASE.contains(component))
			.map((component) -> Combination.composed("base", List.of(component), ""));
		return Stream.of(Stream.of(Combination.existing("base")), overlays, onBase, SENSIBLE.stream())
			.flatMap((combinations) -> combinations)
			.toList();
	}

	private static Combination inTgr(String resource, String... components) {
		return Combination.composed(resource, List.of(components), "namespace: tgr");
	}

	/** Somebody's own, beside the others' in one cluster and behind one Ambassador. */
	private static Combination person(String name, String... components) {
		return Combination.composed(SANDBOX, List.of(components), """
				namespace: %1$s
				namePrefix: %1$s-
				patches:
				  - target: {kind: Mapping}
				    patch: |
				      - {op: replace, path: /spec/hostname, value: %1$s.example.com}
				""".formatted(name));
	}

}
