package io.tgr.deploy;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import io.tgr.deploy.kustomize.Combinations;
import io.tgr.deploy.kustomize.Renderings;
import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.route.Ambassador;
import io.tgr.deploy.route.GatewayApi;
import io.tgr.deploy.route.Route;

import static org.assertj.core.api.Assertions.assertThat;

class RoutesTests {

	/**
	 * Paths that only one of both routes, for a prefix is a raw string or whole segments:
	 * the service answers 404 by itself.
	 */
	private static final Pattern DIFFERENT = Pattern.compile("/repos|/v1/trends|/trending(?!\\.(atom|rss|csv)$)[^/].*");

	private static final List<String> NOWHERE = List.of("/actuator", "/actuator/", "/actuator/health",
			"/actuator/prometheus", "/actuator/env", "/_sandbox", "/_sandbox/calls", "/_sandbox/faults", "/v3/api-docs",
			"/v3", "/reposx", "/repositoriesx", "/repositories/", "/languagesx", "/languages/java", "/quotas",
			"/quota/", "/podsx", "/pod", "/v1/trendsx", "/v1", "/v1/", "/trend", "/favicon.ico", "/graphql",
			"/search/repositories", "/metrics", "/-/ready", "//", "//trending", "//actuator/health");

	@ParameterizedTest
	@CsvSource(delimiter = ' ',
			value = { "/ trending-service 10000", "/trending trending-service 10000",
					"/trending.atom trending-service 10000", "/trending.rss trending-service 10000",
					"/trending.csv trending-service 10000", "/trending/a/b trending-service 10000",
					"/trending/a/b/badge.svg trending-service 10000", "/trending/stream trending-service 0",
					"/trending/stream/b trending-service 10000", "/trending/streamlit/streamlit trending-service 10000",
					"/trending/ trending-service 10000", "/repositories trending-service 10000",
					"/languages trending-service 10000", "/quota trending-service 10000",
					"/v1/trends/repos trending-service 10000", "/repos/a/b repo-details-service 15000",
					"/repos/a/b/stars.svg repo-details-service 15000", "/repos/batch repo-details-service 15000",
					"/pods cluster-inspector-service 10000", "/pods/ cluster-inspector-service 10000",
					"/pods/summary cluster-inspector-service 10000", "/pods/a/b cluster-inspector-service 10000",
					"/pods/stream cluster-inspector-service 0", "/pods/stream/web cluster-inspector-service 10000" })
	void everyPathOfTheDesignLeadsToItsServiceByBothGateways(String path, String service, int timeout) {
		Route expected = new Route("tgr/%s:80".formatted(service), timeout);
		assertThat(mappings().route(path)).contains(expected);
		assertThat(routes().route(path)).contains(expected);
	}

	@ParameterizedTest
	@MethodSource("nowhere")
	void nothingElseIsInReachByEither(String path) {
		assertThat(mappings().route(path)).isEmpty();
		assertThat(routes().route(path)).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("probes")
	void bothGatewaysRouteAlike(String path) {
		assertThat(routes().route(path)).isEqualTo(mappings().route(path));
	}

	@Test
	void whatOnlyOneOfThemRoutesGoesToTheServiceOfThatWord() {
		assertThat(routes().route("/repos")).contains(new Route("tgr/repo-details-service:80", 15_000));
		assertThat(routes().route("/v1/trends")).contains(new Route("tgr/trending-service:80", 10_000));
		assertThat(mappings().route("/trendingx")).contains(new Route("tgr/trending-service:80", 10_000));
		assertThat(mappings().route("/repos")).isEmpty();
		assertThat(mappings().route("/v1/trends")).isEmpty();
		assertThat(routes().route("/trendingx")).isEmpty();
	}

	@Test
	void theGatewayApiTakesAllOfAmbassadorOut() {
		assertThat(Renderings.of(Combinations.GATEWAY_API_ON_MINIKUBE).resources()).noneMatch(
				(resource) -> resource.group().equals("getambassador.io") || resource.namespace().equals("emissary"));
	}

	@Test
	void bothLeadToTheServicesOfTheirOwnerWhateverTheirNames() {
		assertThat(new Ambassador(Renderings.of(Combinations.ALICE)).route("/repos/a/b"))
			.contains(new Route("alice/alice-repo-details-service:80", 15_000));
		assertThat(new GatewayApi(Renderings.of(Combinations.CAROL)).route("/repos/a/b"))
			.contains(new Route("carol/carol-repo-details-service:80", 15_000));
	}

	/** Every word that a Mapping or a route knows, and what is near it. */
	static Stream<String> probes() {
		Rendering ambassador = rendering("overlays/minikube");
		Stream<String> prefixes = ambassador.kind("Mapping").map((mapping) -> mapping.at("spec.prefix").text());
		Stream<String> paths = Renderings.of(Combinations.GATEWAY_API_ON_MINIKUBE)
			.kind("HTTPRoute")
			.flatMap((route) -> route.body().scalars())
			.filter((scalar) -> scalar.getKey().equals("value"))
			.map(Map.Entry::getValue);
		return Stream.concat(prefixes, paths)
			.map((path) -> path.replaceFirst("/$", ""))
			.flatMap((path) -> Stream.of("", "/", "x", "/a", "/a/b", "/stream", "/stream/", "/streamx")
				.map(path::concat))
			.filter((path) -> path.startsWith("/") && !DIFFERENT.matcher(path).matches())
			.distinct();
	}

	static List<String> nowhere() {
		return NOWHERE;
	}

	private static Ambassador mappings() {
		return new Ambassador(rendering("overlays/minikube"));
	}

	private static GatewayApi routes() {
		return new GatewayApi(Renderings.of(Combinations.GATEWAY_API_ON_MINIKUBE));
	}

	private static Rendering rendering(String folder) {
		return Renderings.of(Renderings.at(folder));
	}

}
