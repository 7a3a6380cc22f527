package io.tgr.cluster.kubernetes;

import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.PodBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.KubernetesClientBuilder;
import io.fabric8.kubernetes.client.dsl.PodResource;
import io.fabric8.kubernetes.client.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.cloud.kubernetes.commons.KubernetesClientProperties;
import org.springframework.mock.env.MockEnvironment;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.pod.FieldSelector;
import io.tgr.cluster.pod.LabelSelector;
import io.tgr.cluster.pod.PodCells;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("cluster")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@EnabledIfEnvironmentVariable(named = "TGR_TEST_KUBECONFIG", matches = ".+")
class RealClusterTests {

	private static final String TABLE = "application/json;as=Table;v=v1;g=meta.k8s.io";

	private static final String NAMESPACE = "tgr-real-cluster-tests";

	private static final Duration LIMIT = Duration.ofSeconds(30);

	private KubernetesClient client;

	private KubernetesCalls calls;

	private KubernetesProperties properties;

	private KubernetesLists lists;

	@BeforeAll
	void connect() {
		this.properties = new Binder(new MapConfigurationPropertySource(
				Map.of("tgr.cluster.kubeconfig", System.getenv("TGR_TEST_KUBECONFIG"), "tgr.cluster.chunk", "20")))
			.bindOrCreate("tgr.cluster", KubernetesProperties.class);
		KubernetesClientProperties none = new Binder(new MapConfigurationPropertySource(Map.of())).bindOrCreate("none",
				KubernetesClientProperties.class);
		this.client = new KubernetesClientBuilder()
			.withConfig(
					new KubernetesConfiguration().kubernetesClientConfig(this.properties, none, new MockEnvironment()))
			.build();
		this.calls = new KubernetesCalls(this.client, this.properties);
		this.lists = new KubernetesLists(requests(), this.properties);
	}

	@AfterAll
	void disconnect() {
		this.calls.destroy();
		this.client.namespaces().withName(NAMESPACE).delete();
		this.client.close();
	}

	@Test
	void everyCellIsTheOneThatTheApiServerPrints() {
		Instant before = Instant.ofEpochMilli(System.currentTimeMillis());
		JsonNode table = table("/api/v1/pods?includeObject=Metadata");
		Instant after = Instant.ofEpochMilli(System.currentTimeMillis());
		Map<PodKey, PodRow> rows = rows(null);
		Map<PodKey, List<String>> printed = Recorded.cells(table);
		Map<PodKey, String> versions = new TreeMap<>();
		table.get("rows")
			.forEach((row) -> versions.put(key(row), row.at("/object/metadata/resourceVersion").asString()));
		rows.values().removeIf((row) -> !row.resourceVersion().equals(versions.get(row.key())));
		assertThat(rows).hasSizeGreaterThanOrEqualTo(printed.size() * 9 / 10).isNotEmpty();
		rows.forEach((key, row) -> assertThat(candidates(row, before, after)).contains(printed.get(key)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "tier", "!tier", "tier=front", "tier!=front", "tier in (front,back)", "tier notin (front)",
			"app.kubernetes.io/part-of=states,tier=", "tier in (,)", "k8s-app,pod-template-hash" })
	void labelsSelectWhatTheySelectThere(String selector) {
		LabelSelector ours = LabelSelector.parse(selector);
		assertThat(rows(null).values().stream().filter((row) -> ours.matches(row.labels())).map(PodRow::key))
			.containsExactlyInAnyOrderElementsOf(selected("labelSelector", selector));
	}

	@ParameterizedTest
	@ValueSource(strings = { "status.phase=Running", "status.phase!=Running", "spec.nodeName=", "spec.hostNetwork=true",
			"spec.restartPolicy=Always,metadata.namespace!=kube-system", "spec.serviceAccountName=default",
			"status.podIP=", "spec.schedulerName==default-scheduler", "status.nominatedNodeName!=" })
	void fieldsSelectWhatTheySelectThere(String selector) {
		FieldSelector ours = FieldSelector.parse(selector);
		assertThat(rows(null).values().stream().filter(ours::matches).map(PodRow::key))
			.containsExactlyInAnyOrderElementsOf(selected("fieldSelector", selector));
	}

	@Test
	void aPodIsFollowedFromItsBeginningToItsEnd() {
		this.client.resource(new NamespaceBuilder().withNewMetadata().withName(NAMESPACE).endMetadata().build())
			.serverSideApply();
		String version = this.lists.list(Kind.PODS, NAMESPACE, null).map(Chunk::resourceVersion).block(LIMIT);
		Pod pod = new PodBuilder().withNewMetadata()
			.withName("followed")
			.addToAnnotations("note", "größe ✓ 𝄞")
			.endMetadata()
			.withNewSpec()
			.addNewSchedulingGate("example.com/never")
			.addNewContainer()
			.withName("a")
			.withImage("none:1")
			.endContainer()
			.endSpec()
			.build();
		PodResource followed = this.client.pods().inNamespace(NAMESPACE).withName("followed");
		Flux<String> told = new KubernetesWatches(this.client, this.properties).watch(Kind.PODS, NAMESPACE, version)
			.filter((event) -> event.object() != null)
			.map((event) -> event.type() + " " + event.object().state().status());
		StepVerifier.create(told)
			.then(() -> this.client.pods().inNamespace(NAMESPACE).resource(pod).create())
			.expectNext("ADDED SchedulingGated")
			.then(() -> followed.withGracePeriod(0).delete())
			.thenConsumeWhile((event) -> !event.startsWith("DELETED"))
			.expectNextMatches((event) -> event.startsWith("DELETED"))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void nothingPlantedIsOnAnyPage() {
		KubernetesPods pods = new KubernetesPods(requests(), this.properties);
		StepVerifier.create(pods.redacted(null, null, null, 500, null))
			.assertNext((page) -> assertThat(new String(page.json(), StandardCharsets.UTF_8))
				.doesNotContain("PLANTED-ENV", "PLANTED-HEADER", "managedFields"))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aVersionThatIsTooOldIsGone() {
		StepVerifier.create(new KubernetesWatches(this.client, this.properties).watch(Kind.PODS, null, "1"))
			.expectErrorSatisfies((ex) -> KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.GONE, "too old"))
			.verify(LIMIT);
	}

	private List<List<String>> candidates(PodRow row, Instant from, Instant to) {
		return Stream
			.iterate(from.minusMillis(999), (now) -> now.isBefore(to.plusMillis(250)), (now) -> now.plusMillis(250))
			.map((now) -> PodCells.of(row, now).all().subList(1, 10))
			.toList();
	}

	private Map<PodKey, PodRow> rows(String namespace) {
		Map<PodKey, PodRow> rows = new TreeMap<>();
		Flux<Chunk<PodRow>> chunks = this.lists.list(Kind.PODS, namespace, null)
			.expand((chunk) -> (chunk.next() != null) ? this.lists.list(Kind.PODS, namespace, chunk.next())
					: Mono.empty());
		StepVerifier.create(chunks).thenConsumeWhile((chunk) -> {
			chunk.items().forEach((row) -> rows.put(row.key(), row));
			return true;
		}).expectComplete().verify(LIMIT);
		return rows;
	}

	private List<PodKey> selected(String parameter, String selector) {
		String encoded = URLEncoder.encode(selector, StandardCharsets.UTF_8);
		return List
			.copyOf(Recorded.cells(table("/api/v1/pods?includeObject=Metadata&%s=%s".formatted(parameter, encoded)))
				.keySet());
	}

	private JsonNode table(String path) {
		try {
			String server = this.client.getMasterUrl().toString().replaceAll("/$", "");
			HttpResponse<InputStream> answer = this.client.getHttpClient()
				.sendAsync(this.client.getHttpClient()
					.newHttpRequestBuilder()
					.uri(server + path)
					.setHeader("Accept", TABLE)
					.build(), InputStream.class)
				.get(10, TimeUnit.SECONDS);
			return JsonMapper.shared().readTree(answer.body());
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PodKey key(JsonNode row) {
		JsonNode metadata = row.at("/object/metadata");
		return new PodKey(metadata.get("namespace").asString(), metadata.get("name").asString());
	}

	private KubernetesRequests requests() {
		return new KubernetesRequests(this.calls, this.properties);
	}

}
