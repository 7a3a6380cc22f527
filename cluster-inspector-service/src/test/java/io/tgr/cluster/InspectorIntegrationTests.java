package io.tgr.cluster;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.cluster.ClusterSandbox;
import io.tgr.sandbox.cluster.access.Rule;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole service before a stand-in for the API server.
 */
@WithClusterSandbox
@ExtendWith(OutputCaptureExtension.class)
class InspectorIntegrationTests {

	private static final Duration PATIENCE = Duration.ofSeconds(20);

	@Autowired
	private ClusterSandbox sandbox;

	@Autowired
	private WebTestClient web;

	private ApiClient admin;

	@BeforeEach
	void fill() {
		this.admin = new ApiClient(this.web, "sandbox-admin");
		this.sandbox.put(pod("shop", "web-1", "1"));
		this.sandbox.put(pod("shop", "web-2", "2"));
		this.sandbox.put(pod("bank", "vault", "3"));
		this.sandbox.log("shop", "web-1", "app", "started\nusing PLANTED-VALUE-1 for the database\nready\n");
		await(() -> status("/pods") == 200
				&& this.admin.names("/pods").containsAll(List.of("shop/web-1", "shop/web-2", "bank/vault")));
	}

	@Test
	void showsEachCallerHisOwn() {
		assertThat(this.admin.names("/pods")).containsExactly("bank/vault", "shop/web-1", "shop/web-2");
		JsonNode some = this.admin.as("sandbox-viewer").get("/pods");
		assertThat(ApiClient.names(some)).containsExactly("shop/web-1", "shop/web-2");
		assertThat(some.at("/scope/namespaces").toString()).isEqualTo("[\"shop\"]");
		assertThat(some.at("/scope/withheld").asInt()).isPositive();
		assertThat(this.admin.as("sandbox-viewer").problem("/pods?namespace=bank", 403).get("type").asString())
			.isEqualTo("urn:tgr:problem:not-allowed");
		assertThat(this.admin.as("sandbox-nobody").problem("/pods", 403).get("role").asString())
			.contains("kind: ClusterRole");
		assertThat(this.admin.as("nonsense").problem("/pods", 401).get("type").asString())
			.isEqualTo("urn:tgr:problem:unauthenticated");
		this.admin.as(null).problem("/pods", 401);
	}

	@Test
	void tellsOperatorsHowItGetsOnWithTheApi() {
		byte[] body = this.admin.as(null)
			.ask("/actuator/health", "application/json")
			.expectBody()
			.returnResult()
			.getResponseBody();
		JsonNode health = JsonMapper.shared().readTree(body).at("/components/kubernetesApi");
		assertThat(health.at("/status").asString()).isEqualTo("UP");
		assertThat(health.at("/details/follows").asString()).isEqualTo("the whole cluster");
	}

	@Test
	void tellsWhatHappens() {
		Flux<String> events = this.web.get()
			.uri("/pods/stream?namespace=shop")
			.headers((headers) -> headers.setBearerAuth("sandbox-admin"))
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {
			})
			.getResponseBody()
			.filter((event) -> event.data() != null)
			.map((event) -> event.event() + " " + event.data().get("name").asString());
		StepVerifier.create(events)
			.expectNext("ADDED web-1", "ADDED web-2")
			.then(() -> this.sandbox.put(pod("shop", "web-3", "4")))
			.expectNext("ADDED web-3")
			.then(() -> this.sandbox.delete("Pod", "shop", "web-3"))
			.expectNext("DELETED web-3")
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void endsAStreamWhenTheRightIsTaken() {
		this.sandbox.grant("passing", Rule.of("list", "pods").in("shop"));
		Flux<String> events = this.web.get()
			.uri("/pods/stream?namespace=shop")
			.headers((headers) -> headers.setBearerAuth("passing"))
			.exchange()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<JsonNode>>() {
			})
			.getResponseBody()
			.filter((event) -> event.data() != null)
			.map((event) -> event.event() + " " + event.data().path("type").asString(""));
		StepVerifier.create(events)
			.expectNext("ADDED ", "ADDED ")
			.then(() -> this.sandbox.revoke("passing"))
			.expectNext("ERROR urn:tgr:problem:not-allowed")
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void tellsOnePodInFull() {
		JsonNode pod = this.admin.get("/pods/shop/web-1");
		assertThat(pod.at("/pod/name").asString()).isEqualTo("web-1");
		assertThat(pod.at("/containers/0/environment").toString()).contains("DB_PASSWORD", "PLAIN");
		assertThat(pod.at("/logs/0/lines")).hasSize(3);
		assertThat(pod.get("missing")).isEmpty();
		JsonNode some = this.admin.as("sandbox-viewer").get("/pods/shop/web-1");
		assertThat(some.get("logs").isNull()).isTrue();
		assertThat(some.get("events").isArray()).isTrue();
		assertThat(this.admin.problem("/pods/shop/nothing", 404).get("type").asString())
			.isEqualTo("urn:tgr:problem:pod-not-found");
		this.admin.as("sandbox-viewer").problem("/pods/bank/vault", 403);
	}

	@ParameterizedTest
	@CsvSource({ "/pods, application/json", "/pods, text/plain", "/pods, application/json;as=PodList",
			"/pods/shop/web-1, application/json", "/pods/summary, application/json", "/pods/shop/none, */*",
			"/pods?labelSelector=PLANTED=(, */*", "/pods?namespace=none, application/json;as=PodList",
			"/actuator/prometheus, */*", "/v3/api-docs, */*" })
	void neverTellsWhatIsNobodysBusiness(String uri, String accept, CapturedOutput output) {
		byte[] body = this.admin.ask(uri, accept).expectBody().returnResult().getResponseBody();
		String said = new String(body, StandardCharsets.UTF_8);
		assertThat(said.replace("'PLANTED=('", "").replace("PLANTED=(", "")).isNotEmpty()
			.doesNotContain("PLANTED", "UExBTlRFRA");
		assertThat(output).doesNotContain("PLANTED-");
	}

	@Test
	void neverStreamsWhatIsNobodysBusiness() {
		List<String> pieces = this.web.get()
			.uri("/pods/stream")
			.headers((headers) -> headers.setBearerAuth("sandbox-admin"))
			.exchange()
			.returnResult(String.class)
			.getResponseBody()
			.take(3)
			.collectList()
			.block(PATIENCE);
		assertThat(String.valueOf(pieces)).contains("web-1").doesNotContain("PLANTED");
	}

	@Test
	void goesOnWhileTheApiFails() {
		this.sandbox.fail(503, "/api/v1/pods/**");
		this.sandbox.dropWatches();
		try {
			await(() -> !this.admin.get("/pods").get("stale").isNull());
			assertThat(this.admin.names("/pods")).hasSize(3);
			assertThat(this.admin.text("/pods").getResponseHeaders().getFirst("X-Tgr-Stale")).isEqualTo("true");
		}
		finally {
			this.sandbox.recover();
		}
		await(() -> this.admin.get("/pods").get("stale").isNull());
	}

	private int status(String uri) {
		return this.admin.ask(uri, "*/*").expectBody().returnResult().getStatus().value();
	}

	private static void await(Callable<Boolean> condition) {
		Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50)).ignoreExceptions().until(condition);
	}

	private static String pod(String namespace, String name, String planted) {
		return """
				{"apiVersion": "v1", "kind": "Pod",
				 "metadata": {"namespace": "%1$s", "name": "%2$s", "labels": {"app": "web"},
				   "annotations": {"kubectl.kubernetes.io/last-applied-configuration": "{\\"env\\": \\"PLANTED-VALUE-%3$s\\"}"}},
				 "spec": {"nodeName": "node-1", "containers": [{"name": "app", "image": "web:1",
				   "env": [{"name": "PLAIN", "value": "PLANTED-VALUE-%3$s"},
				     {"name": "DB_PASSWORD", "valueFrom": {"secretKeyRef": {"name": "db", "key": "password"}}}]}]},
				 "status": {"phase": "Running", "podIP": "10.0.0.%3$s", "podIPs": [{"ip": "10.0.0.%3$s"}],
				   "conditions": [{"type": "Ready", "status": "True"}, {"type": "Initialized", "status": "True"}],
				   "containerStatuses": [{"name": "app", "image": "web:1", "imageID": "web@sha256:1", "ready": true,
				     "restartCount": 0, "started": true, "state": {"running": {"startedAt": "2026-11-22T00:00:00Z"}}}]}}"""
			.formatted(namespace, name, planted);
	}

}
