package io.tgr.deploy.route;

import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.tgr.deploy.manifest.Rendering;
import io.tgr.deploy.manifest.Resource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GatewaysTests {

	private static final String MAPPING = """
			---
			{kind: Mapping, metadata: {name: a, namespace: tgr}, spec: {prefix: %s, prefix_exact: %s, service: %s}}
			""";

	private static final String ROUTE = """
			---
			{kind: HTTPRoute, metadata: {name: a, namespace: tgr}, spec: {rules: [
			  {matches: [{path: {type: %s, value: %s}}], backendRefs: [{name: %s, port: 80}], timeouts: {request: 1m30s}}]}}
			""";

	@ParameterizedTest
	@CsvSource({ "/repos/a, details", "/repos/, details", "/repositories, short", "/reposx, short", "/re, short",
			"/repos/stream, stream", "/repos/stream/a, details", "/, none", "/other, none" })
	void ambassadorTakesTheLongestRawPrefix(String path, String service) {
		Ambassador gateway = new Ambassador(rendering(MAPPING.formatted("/re", false, "short")
				+ MAPPING.formatted("/repos/", false, "details") + MAPPING.formatted("/repos/stream", true, "stream")));
		assertThat(backend(gateway.route(path))).isEqualTo(service);
	}

	@Test
	void ambassadorWaitsThreeSecondsUnlessTold() {
		assertThat(new Ambassador(rendering(MAPPING.formatted("/", false, "a:8080"))).route("/"))
			.contains(new Route("tgr/a:8080", 3_000));
	}

	@ParameterizedTest
	@CsvSource({ "/repos/a, details", "/repos, details", "/repos/, details", "/reposx, all", "/repositories, all",
			"/repos/stream, stream", "/repos/stream/a, details", "/, all" })
	void theGatewayApiTakesTheExactPathOrTheLongestPrefixOfSegments(String path, String service) {
		GatewayApi gateway = new GatewayApi(rendering(
				ROUTE.formatted("PathPrefix", "/", "all") + ROUTE.formatted("PathPrefix", "/repos/", "details")
						+ ROUTE.formatted("Exact", "/repos/stream", "stream")));
		assertThat(backend(gateway.route(path))).isEqualTo(service);
	}

	@Test
	void theGatewayApiWaitsAsLongAsItIsTold() {
		assertThat(new GatewayApi(rendering(ROUTE.formatted("Exact", "/a", "a"))).route("/a"))
			.contains(new Route("tgr/a:80", 90_000));
		assertThat(new GatewayApi(rendering(ROUTE.formatted("Exact", "/a", "a").replace("1m30s", "0s"))).route("/a"))
			.contains(new Route("tgr/a:80", 0));
	}

	@Test
	void whatNotEveryGatewayDoesIsRefused() {
		Rendering rendering = rendering(ROUTE.formatted("RegularExpression", "/a", "a"));
		assertThatIllegalArgumentException().isThrownBy(() -> new GatewayApi(rendering))
			.withMessageContaining("RegularExpression");
	}

	private static String backend(Optional<Route> route) {
		return route.map((found) -> found.backend().replaceAll("^tgr/|:80$", "")).orElse("none");
	}

	private static Rendering rendering(String yaml) {
		return new Rendering("a", Resource.read(yaml), Set.of());
	}

}
