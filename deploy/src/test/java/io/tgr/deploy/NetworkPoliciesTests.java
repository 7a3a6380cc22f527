package io.tgr.deploy;

import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tgr.deploy.kustomize.Combination;
import io.tgr.deploy.kustomize.Combinations;
import io.tgr.deploy.kustomize.Renderings;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.rule.NetworkPolicies;
import io.tgr.deploy.rule.NetworkPolicies.Peer;

import static org.assertj.core.api.Assertions.assertThat;

class NetworkPoliciesTests {

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "emissary trending-service 8080", "emissary repo-details-service 8080",
			"emissary cluster-inspector-service 8080", "trending-service repo-details-service 8080",
			"trending-service github-sandbox 8080", "repo-details-service github-sandbox 8080",
			"prometheus trending-service 8080", "prometheus repo-details-service 8080",
			"prometheus cluster-inspector-service 8080", "trending-service dns 53", "repo-details-service dns 53",
			"cluster-inspector-service api-server 6443", "prometheus api-server 443" })
	void whatIsNeededIsLetThroughWithTheSandbox(String from, String to, int port) {
		assertThat(allowed(Combinations.POLICIES_WITH_SANDBOX, from, to, port)).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ', value = { "repo-details-service trending-service 8080",
			"trending-service cluster-inspector-service 8080", "cluster-inspector-service trending-service 8080",
			"cluster-inspector-service repo-details-service 8080", "cluster-inspector-service github-sandbox 8080",
			"github-sandbox trending-service 8080", "github-sandbox github 443", "emissary github-sandbox 8080",
			"emissary prometheus 9090", "stranger trending-service 8080", "stranger repo-details-service 8080",
			"stranger cluster-inspector-service 8080", "neighbour github-sandbox 8080",
			"neighbour trending-service 8080", "trending-service github 443", "repo-details-service github 443",
			"trending-service metadata 80", "trending-service api-server 6443", "repo-details-service api-server 443",
			"prometheus github-sandbox 8080", "trending-service repo-details-service 9090",
			"stranger prometheus 9090" })
	void nothingElseIsLetThroughWithTheSandbox(String from, String to, int port) {
		assertThat(allowed(Combinations.POLICIES_WITH_SANDBOX, from, to, port)).isFalse();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "trending-service github 443 true", "repo-details-service github 443 true",
					"cluster-inspector-service github 443 true", "trending-service github 80 false",
					"trending-service github-by-ipv6 443 true", "trending-service private-by-ipv6 443 false",
					"trending-service metadata 443 false", "trending-service private 443 false",
					"repo-details-service private 443 false", "trending-service repo-details-service 8080 true",
					"emissary trending-service 8080 true", "stranger trending-service 8080 false" })
	void onlyGithubIsLetThroughWithoutTheSandbox(String from, String to, int port, boolean expected) {
		assertThat(allowed(Combinations.POLICIES_WITH_GITHUB, from, to, port)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "trending-service redis 6379 true", "repo-details-service redis 6379 true",
					"cluster-inspector-service redis 6379 false", "github-sandbox redis 6379 false",
					"emissary redis 6379 false", "stranger redis 6379 false", "neighbour redis 6379 false",
					"redis github 443 false", "redis trending-service 8080 false", "redis dns 53 false" })
	void onlyThoseThatShareItReachRedis(String from, String to, int port, boolean expected) {
		assertThat(allowed(Combinations.POLICIES_WITH_REDIS, from, to, port)).isEqualTo(expected);
	}

	@ParameterizedTest
	@CsvSource({ "trending-service", "repo-details-service", "cluster-inspector-service" })
	void withoutPoliciesEverythingIsLetThrough(String to) {
		assertThat(allowed(Renderings.at("overlays/minikube/sandbox"), "stranger", to, 8080)).isTrue();
	}

	private static boolean allowed(Combination combination, String from, String to, int port) {
		Rendering rendering = Renderings.of(combination);
		return new NetworkPolicies(rendering).allow(peer(rendering, from), peer(rendering, to), port);
	}

	private static Peer peer(Rendering rendering, String name) {
		return switch (name) {
			case "emissary" -> Peer.pod("emissary", Map.of("app.kubernetes.io/instance", "emissary"));
			case "dns" -> Peer.pod("kube-system", Map.of("k8s-app", "kube-dns"));
			case "stranger" -> Peer.pod("default", Map.of("app.kubernetes.io/name", "trending-service"));
			case "neighbour" -> Peer.pod("tgr", Map.of("app.kubernetes.io/name", "something-else"));
			case "github" -> Peer.outside("140.82.112.3");
			case "github-by-ipv6" -> Peer.outside("2606:50c0::1");
			case "private-by-ipv6" -> Peer.outside("fd00::1");
			case "metadata" -> Peer.outside("169.254.169.254");
			case "private", "api-server" -> Peer.outside("10.96.0.1");
			default -> rendering.workloads()
				.filter((workload) -> workload.application().equals(name))
				.map(Peer::of)
				.findFirst()
				.orElseThrow();
		};
	}

}
