package io.tgr.deploy.manifest;

import java.util.Set;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EnvironmentTests {

	private static final String SOURCES = """
			{apiVersion: v1, kind: ConfigMap, metadata: {name: settings}, data: {ENV: prod, HOST_NAME: a}}
			---
			{apiVersion: v1, kind: Secret, metadata: {name: credentials}, data: {TOKEN: YQ==}}
			---
			""";

	@Test
	void aConfigMapGivesAllItsKeysOrOne() {
		assertThat(environment("envFrom: [{configMapRef: {name: settings}}]").value("ENV")).isEqualTo("prod");
		assertThat(environment("env: [{name: A, valueFrom: {configMapKeyRef: {name: settings, key: ENV}}}]").value("A"))
			.isEqualTo("prod");
	}

	@Test
	void aVariableOfItsOwnWinsOverASource() {
		Environment environment = environment("""
				envFrom: [{configMapRef: {name: settings}}, {secretRef: {name: credentials}}],
				env: [{name: ENV, value: dev}, {name: TOKEN, value: ""}]""");
		assertThat(environment.value("ENV")).isEqualTo("dev");
		assertThat(environment.secrets()).isEmpty();
	}

	@Test
	void whatComesFromASecretIsKnownByName() {
		assertThat(environment("envFrom: [{secretRef: {name: credentials}}]").secrets()).containsExactly("TOKEN");
		assertThat(environment("envFrom: [{secretRef: {name: other}}]").secrets()).containsExactly("all of other");
		assertThat(
				environment("env: [{name: A, valueFrom: {secretKeyRef: {name: credentials, key: TOKEN}}}]").secrets())
			.containsExactly("A");
	}

	@Test
	void onlyWhatStandsBeforeIsExpanded() {
		Environment environment = environment("""
				envFrom: [{configMapRef: {name: settings}}],
				env: [{name: A, value: "http://$(HOST_NAME)"}, {name: B, value: "$(C)"}, {name: C, value: c}]""");
		assertThat(environment.value("A")).isEqualTo("http://a");
		assertThat(environment.value("B")).isEqualTo("$(C)");
	}

	private static Environment environment(String container) {
		Rendering rendering = new Rendering("a", Resource.read(SOURCES + """
				{apiVersion: v1, kind: Pod, metadata: {name: a}, spec: {containers: [{name: a, %s}]}}
				""".formatted(container)), Set.of());
		return Environment.of(rendering, rendering.workloads().flatMap(Workload::servers).findFirst().orElseThrow());
	}

}
