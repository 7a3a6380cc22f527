package io.tgr.deploy.crd;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.tgr.deploy.manifest.Resource;

import static org.assertj.core.api.Assertions.assertThat;

class CustomResourceDefinitionsTests {

	private static final CustomResourceDefinitions DEFINITIONS = CustomResourceDefinitions
		.read(Path.of("src", "test", "crds"));

	private static final String MAPPING = """
			apiVersion: getambassador.io/v3alpha1
			kind: Mapping
			metadata: {name: trending, namespace: tgr, labels: {a: b}}
			spec: {hostname: "*", prefix: /trending, rewrite: "", service: trending-service, timeout_ms: 10000, %s}
			""";

	private static final String ROUTE = """
			apiVersion: gateway.networking.k8s.io/v1
			kind: HTTPRoute
			metadata: {name: trending}
			spec:
			  rules: [{matches: [{path: {type: Exact, value: /}}], backendRefs: [{name: a, port: 80}], %s}]
			""";

	@ParameterizedTest
	@ValueSource(strings = { "Mapping", "Host", "Listener" })
	void ambassadorsKindsAreDescribed(String kind) {
		assertThat(DEFINITIONS.describe(resource("{apiVersion: getambassador.io/v3alpha1, kind: %s}".formatted(kind))))
			.isTrue();
	}

	@Test
	void olderVersionsAreNotServed() {
		assertThat(DEFINITIONS.describe(resource("{apiVersion: getambassador.io/v2, kind: Mapping}"))).isFalse();
	}

	@Test
	void whatIsDescribedIsAccepted() {
		assertThat(DEFINITIONS.violations(resource(MAPPING.formatted("idle_timeout_ms: 60000")))).isEmpty();
		assertThat(DEFINITIONS.violations(resource(ROUTE.formatted("timeouts: {request: 10s}")))).isEmpty();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "timeout: 10000 | timeout", "idle_timeout_ms: 60s | idle_timeout_ms",
					"prefix_exact: 'true' | prefix_exact", "retry_policy: {retry: 5xx} | retry",
					"retry_policy: {retry_on: often} | retry_on", "hostname: 1 | hostname" })
	void aWrongFieldOrTypeOfAMappingIsRefused(String field, String complaint) {
		Resource resource = resource(MAPPING.formatted(field)
			.replace("hostname: \"*\", ", field.startsWith("hostname") ? "" : "hostname: \"*\", "));
		assertThat(DEFINITIONS.violations(resource)).singleElement().asString().contains(complaint);
	}

	@Test
	void whatIsRequiredIsAskedFor() {
		assertThat(DEFINITIONS.violations(resource(MAPPING.formatted("labels: {}").replace("prefix: /trending, ", ""))))
			.singleElement()
			.asString()
			.contains("prefix");
	}

	@Test
	void metadataIsClosedToo() {
		assertThat(
				DEFINITIONS.violations(resource(MAPPING.formatted("labels: {}").replace("namespace:", "nameSpace:"))))
			.singleElement()
			.asString()
			.contains("nameSpace");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "timeouts: {request: 10sec} | request", "retry: {attempts: 2} | retry",
			"timeout: 10s | timeout" })
	void aWrongFieldOrTypeOfARouteIsRefused(String field, String complaint) {
		assertThat(DEFINITIONS.violations(resource(ROUTE.formatted(field))))
			.anyMatch((what) -> what.contains(complaint));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "{port: 8080, protocol: HTTP, securityModel: INSECURE, hostBinding: {}} | ''",
					"{port: 8080, protocol: HTTP, securityModel: NONE, hostBinding: {}} | securityModel",
					"{port: http, protocol: HTTP, securityModel: INSECURE, hostBinding: {}} | port",
					"{port: 8080, protocol: HTTP, securityModel: INSECURE} | hostBinding" })
	void aListenerIsHeldToItsSchema(String spec, String complaint) {
		Resource listener = resource(
				"{apiVersion: getambassador.io/v3alpha1, kind: Listener, metadata: {name: a}, spec: %s}"
					.formatted(spec));
		assertThat(String.join("", DEFINITIONS.violations(listener))).contains(complaint);
		assertThat(DEFINITIONS.violations(listener).isEmpty()).isEqualTo(complaint.isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "port: http, interval: 15s | ''", "targetPort: 8080 | ''", "targetPort: http | ''",
					"port: 8080 | port", "interval: soon | interval", "honourLabels: true | honourLabels" })
	void aServiceMonitorIsHeldToItsSchema(String endpoint, String complaint) {
		Resource monitor = resource("""
				apiVersion: monitoring.coreos.com/v1
				kind: ServiceMonitor
				metadata: {name: a}
				spec: {selector: {matchLabels: {a: b}}, endpoints: [{%s}]}
				""".formatted(endpoint));
		assertThat(String.join("", DEFINITIONS.violations(monitor))).contains(complaint);
		assertThat(DEFINITIONS.violations(monitor).isEmpty()).isEqualTo(complaint.isEmpty());
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "retries: {attempts: 0} | ''", "retries: {attempts: none} | attempts",
			"retry: {attempts: 0} | retry", "timeout: 10 | timeout" })
	void aVirtualServiceIsHeldToItsSchema(String http, String complaint) {
		Resource service = resource("""
				apiVersion: networking.istio.io/v1
				kind: VirtualService
				metadata: {name: a}
				spec: {hosts: [a], http: [{route: [{destination: {host: a, port: {number: 80}}}], %s}]}
				""".formatted(http));
		assertThat(String.join("", DEFINITIONS.violations(service))).contains(complaint);
		assertThat(DEFINITIONS.violations(service).isEmpty()).isEqualTo(complaint.isEmpty());
	}

	private static Resource resource(String yaml) {
		return Resource.read(yaml).get(0);
	}

}
