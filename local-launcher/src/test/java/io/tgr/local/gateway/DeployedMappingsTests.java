package io.tgr.local.gateway;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds every Mapping under {@code deploy} to what Ambassador silently gets wrong.
 */
class DeployedMappingsTests {

	private static final Path DEPLOY = Path.of("..", "deploy");

	@Test
	void everyServiceHasMappings() {
		assertThat(mappings().map((mapping) -> mapping.text("service"))).contains("cluster-inspector-service",
				"repo-details-service", "trending-service");
	}

	@Test
	void podsAreRoutedWithWhatIsBelowThemAndAStreamOfTheirOwn() {
		assertThat(mappings().filter((mapping) -> mapping.text("service").equals("cluster-inspector-service"))
			.map((mapping) -> mapping.text("prefix"))).containsExactlyInAnyOrder("/pods", "/pods/", "/pods/stream");
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void aMappingSaysItsHostname(Deployed mapping) {
		assertThat(mapping.spec()).containsEntry("hostname", "*");
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void aMappingKeepsThePath(Deployed mapping) {
		assertThat(mapping.spec()).containsEntry("rewrite", "");
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void aRawPrefixCatchesNoOtherWord(Deployed mapping) {
		String prefix = mapping.text("prefix");
		boolean exact = Boolean.TRUE.equals(mapping.spec().get("prefix_exact"));
		boolean ownWord = List.of("/trending").contains(prefix);
		assertThat(exact || ownWord || (prefix.length() > 1 && prefix.endsWith("/")))
			.as("prefix %s is exact, or ends with a slash", prefix)
			.isTrue();
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void aMappingSaysHowLongAnAnswerMayTake(Deployed mapping) {
		Number timeout = (Number) mapping.spec().get("timeout_ms");
		assertThat(timeout).as("timeout_ms (the default of 3 s is too short)").isNotNull();
		if (mapping.text("prefix").endsWith("/stream")) {
			assertThat(mapping.spec()).containsEntry("prefix_exact", true);
			assertThat(timeout.intValue()).isZero();
			assertThat((Integer) mapping.spec().get("idle_timeout_ms")).isPositive();
		}
		else {
			assertThat(timeout.intValue()).isBetween(1_000, 60_000);
		}
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void noDurationIsInMilliseconds(Deployed mapping) {
		assertThat(scalars(mapping.spec())).noneMatch((value) -> value.matches("\\d+(\\.\\d+)?ms"));
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void onlyReadingIsRetriedAndForOneReason(Deployed mapping) {
		if (mapping.spec().get("retry_policy") instanceof Map<?, ?> retry) {
			assertThat(mapping.spec()).containsEntry("method", "GET");
			assertThat(retry.get("retry_on")).asString().doesNotContain(",");
		}
	}

	@ParameterizedTest
	@MethodSource("mappings")
	void nothingDropsAMapping(Deployed mapping) {
		assertThat(mapping.spec()).doesNotContainKey("outlier_detection");
		if (!mapping.spec().containsKey("resolver")) {
			assertThat(mapping.spec()).doesNotContainKeys("load_balancer", "health_checks");
		}
	}

	@Test
	void noTwoMappingsShareAPrefix() {
		assertThat(mappings().map((mapping) -> mapping.text("prefix") + mapping.spec().get("method")))
			.doesNotHaveDuplicates();
	}

	private static Stream<String> scalars(Object value) {
		if (value instanceof Map<?, ?> map) {
			return map.values().stream().flatMap(DeployedMappingsTests::scalars);
		}
		return (value instanceof List<?> list) ? list.stream().flatMap(DeployedMappingsTests::scalars)
				: Stream.of(String.valueOf(value));
	}

	static Stream<Deployed> mappings() {
		try (Stream<Path> files = Files.walk(DEPLOY)) {
			return files.filter((file) -> file.toString().endsWith(".yaml"))
				.toList()
				.stream()
				.flatMap(DeployedMappingsTests::documents)
				.filter((document) -> "Mapping".equals(document.get("kind")))
				.map(Deployed::of);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static Stream<Map<?, ?>> documents(Path file) {
		try (Reader reader = Files.newBufferedReader(file)) {
			Yaml yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
			return StreamSupport.stream(yaml.loadAll(reader).spliterator(), false)
				.<Map<?, ?>>mapMulti((document, each) -> {
					if (document instanceof Map<?, ?> map) {
						each.accept(map);
					}
				})
				.toList()
				.stream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	record Deployed(Object name, Map<String, Object> spec) {

		@SuppressWarnings("unchecked")
		static Deployed of(Map<?, ?> document) {
			Map<?, ?> metadata = (Map<?, ?>) Objects.requireNonNull(document.get("metadata"));
			return new Deployed(Objects.requireNonNull(metadata.get("name")),
					(Map<String, Object>) Objects.requireNonNull(document.get("spec")));
		}

		String text(String field) {
			return String.valueOf(this.spec.get(field));
		}

		@Override
		public String toString() {
			return String.valueOf(this.name);
		}

	}

}
