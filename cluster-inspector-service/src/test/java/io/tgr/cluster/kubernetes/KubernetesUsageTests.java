package io.tgr.cluster.kubernetes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodUsage;
import io.tgr.cluster.pod.Resources;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesUsageTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final ApiServer api = new ApiServer();

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void readsWhatWasMeasured() {
		this.api.on("/apis/metrics.k8s.io/v1beta1/namespaces/n/pods", 200, """
				{"items":[{"metadata":{"name":"p","namespace":"n"},"timestamp":"2026-01-01T00:00:00Z","window":"10s",
				"containers":[{"name":"a","usage":{"cpu":"1234567n","memory":"20Ki"}},
				{"name":"b","usage":{"cpu":"250m","memory":"1Mi"}}]}]}""".getBytes(StandardCharsets.UTF_8));
		StepVerifier.create(new KubernetesUsage(this.api.requests()).usage("n")).assertNext((usage) -> {
			assertThat(usage).isEqualTo(Map.of(new PodKey("n", "p"), new PodUsage(Instant.parse("2026-01-01T00:00:00Z"),
					Map.of("a", new Resources(2L, 20480L), "b", new Resources(250L, 1048576L)))));
			assertThat(Objects.requireNonNull(usage.get(new PodKey("n", "p"))).total())
				.isEqualTo(new Resources(252L, 1069056L));
		}).expectComplete().verify(LIMIT);
	}

	@Test
	void readsWhatWasRecorded() {
		this.api.on("/apis/metrics.k8s.io/v1beta1/pods", 200, Recorded.bytes("answers/usage.json"));
		StepVerifier.create(new KubernetesUsage(this.api.requests()).usage(null))
			.assertNext((usage) -> assertThat(usage).isNotEmpty()
				.allSatisfy((key, used) -> assertThat(used.total().memoryBytes()).isPositive()))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void nothingMeasures() {
		this.api.on("/apis/metrics.k8s.io/v1beta1/pods", 404, Recorded.bytes("answers/absent-api.txt"));
		StepVerifier.create(new KubernetesUsage(this.api.requests()).usage(null))
			.expectErrorSatisfies(
					(ex) -> KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.NOT_FOUND, "page not found"))
			.verify(LIMIT);
	}

	@Test
	void listsNamespacesPartByPart() {
		this.api.on("/api/v1/namespaces",
				(request, response) -> response.sendString(Flux.just((request.uri().contains("continue=more"))
						? "{\"metadata\":{},\"items\":[{\"metadata\":{\"name\":\"a\"}}]}"
						: "{\"metadata\":{\"continue\":\"more\"},\"items\":[{\"metadata\":{\"name\":\"b\"}}]}")));
		KubernetesNamespaces namespaces = new KubernetesNamespaces(this.api.requests(), this.api.properties(),
				this.api.client());
		StepVerifier.create(namespaces.names()).expectNext(List.of("a", "b")).expectComplete().verify(LIMIT);
		assertThat(namespaces.own()).isEqualTo("default");
	}

}
