package io.tgr.local.gateway;

import java.io.IOException;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MappingTests {

	@ParameterizedTest
	@CsvSource({ "/, trending-root", "/trending, trending", "/trending.atom, trending",
			"/trending/spring-projects/spring-boot, trending", "/trending/stream, trending-stream",
			"/trending/streamlit/streamlit, trending", "/repositories, trending-repositories",
			"/languages, trending-languages", "/quota, trending-quota", "/v1/trends/repos, trending-v1-trends",
			"/repos/spring-projects/spring-boot, repo-details", "/repos/batch, repo-details", "/pods, pods",
			"/pods/summary, pods-below", "/pods/default/web, pods-below", "/pods/stream, pods-stream",
			"/pods/stream/web, pods-below" })
	void everyRouteOfTheDesignLeadsToItsService(String path, String mapping) throws IOException {
		assertThat(routeOf(path)).get().extracting(Mapping::name).isEqualTo(mapping);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/reposx", "/repos", "/repositoriesx", "/languagesx", "/quotas", "/actuator/health",
			"/actuator", "/v3/api-docs", "/v1/trend", "/v1/trends", "/podsx", "/favicon.ico", "//trending" })
	void nothingElseIsRouted(String path) throws IOException {
		assertThat(routeOf(path)).isEmpty();
	}

	@Test
	void theLongestPrefixIsTriedFirst() throws IOException {
		assertThat(new MappingManifests(getClass().getClassLoader()).read()).extracting(Mapping::prefix)
			.containsSubsequence("/trending/stream", "/trending", "/");
	}

	@Test
	void anEmptyRewriteKeepsThePathAndAnyOtherReplacesThePrefix() {
		assertThat(mapping("").rewritten("/repos/a/b")).isEqualTo("/repos/a/b");
		assertThat(mapping("/").rewritten("/repos/a/b")).isEqualTo("/a/b");
		assertThat(mapping("/x/").rewritten("/repos/a/b")).isEqualTo("/x/a/b");
	}

	private static Mapping mapping(String rewrite) {
		return new Mapping("repos", "/repos/", false, rewrite, "repo-details-service", null, null);
	}

	private static Optional<Mapping> routeOf(String path) throws IOException {
		return new MappingManifests(MappingTests.class.getClassLoader()).read()
			.stream()
			.filter((mapping) -> mapping.matches(path))
			.findFirst();
	}

}
