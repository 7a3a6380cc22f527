package io.tgr.cluster;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentMatchers;
import org.mockito.BDDMockito;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.KubernetesPods;
import io.tgr.cluster.kubernetes.LogTail;
import io.tgr.cluster.kubernetes.PodEvent;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.row.CallerRights;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods/{namespace}/{name}}.
 */
@ApiTest
class PodApiTests {

	private static final String URI = "/pods/shop/cart-7d9f-abcde";

	private static final PodKey KEY = Shop.CART.key();

	private static final Right GET = new Right("get", "", "pods", null, "shop", KEY.name());

	private static final Right GET_LOG = new Right("get", "", "pods", "log", "shop", KEY.name());

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private TestClock clock;

	@Autowired
	private KubernetesPods pods;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.clock.reset();
		this.access.reset();
		this.cluster.heard();
		Shop.open(this.cluster);
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
		BDDMockito.reset(this.pods);
		BDDMockito.given(this.pods.pod(KEY)).willReturn(Mono.just(Shop.cart()));
		BDDMockito.given(this.pods.events(KEY, Shop.CART.uid()))
			.willReturn(Flux.just(new PodEvent("Warning", "BackOff", "Back-off restarting failed container", "kubelet",
					12, TestClock.START.minusSeconds(3000), TestClock.START.minusSeconds(20))));
		BDDMockito
			.given(this.pods.log(ArgumentMatchers.any(), ArgumentMatchers.any(), ArgumentMatchers.anyBoolean(),
					ArgumentMatchers.anyInt(), ArgumentMatchers.anyInt()))
			.willAnswer((call) -> Mono.just(new LogTail(
					List.of(call.getArgument(1) + " " + call.getArgument(2) + " " + call.getArgument(3)), false)));
	}

	@Test
	void tellsEverything() {
		JsonNode pod = this.client.get(URI);
		assertThat(pod.propertyNames()).containsExactly("asOf", "stale", "pod", "message", "startedAt", "hostIp",
				"conditions", "containers", "volumes", "tolerations", "nodeSelector", "deaths", "lastWords", "events",
				"logs", "withheld", "missing");
		assertThat(pod.at("/pod/status").asString()).isEqualTo("CrashLoopBackOff");
		assertThat(pod.at("/pod/owner/kind").asString()).isEqualTo("Deployment");
		assertThat(pod.at("/conditions/0/reason").asString()).isEqualTo("ContainersNotReady");
		assertThat(pod.at("/containers/0/environment/0").toString())
			.isEqualTo("{\"name\":\"DB_PASSWORD\",\"source\":\"secret\",\"from\":\"db\",\"key\":\"password\"}");
		assertThat(pod.get("deaths").toString()).isEqualTo(
				"[{\"container\":\"cart\",\"at\":\"2026-11-22T04:07:00Z\",\"reason\":\"OOMKilled\",\"exitCode\":137,\"signal\":9,\"restarted\":false,\"explanation\":\"killed: out of memory (limit 128Mi)\"}]");
		assertThat(pod.at("/events/0/count").asInt()).isEqualTo(12);
		assertThat(pod.get("lastWords")).hasSize(1);
		assertThat(pod.get("withheld")).isEmpty();
		assertThat(pod.get("missing")).isEmpty();
	}

	@Test
	void tellsThePreviousLogOfWhatCrashed() {
		JsonNode logs = this.client.get(URI).get("logs");
		assertThat(logs.toString()).isEqualTo(
				"[{\"container\":\"cart\",\"previous\":true,\"lines\":[\"cart true 20\"],\"cut\":false,\"problem\":null},{\"container\":\"proxy\",\"previous\":false,\"lines\":[\"proxy false 20\"],\"cut\":false,\"problem\":null}]");
		assertThat(this.client.get(URI + "?container=proxy&logLines=500").at("/logs/0/lines/0").asString())
			.isEqualTo("proxy false 500");
		assertThat(this.client.get(URI + "?logLines=0").get("logs")).isEmpty();
	}

	@Test
	void withholdsWhatTheCallerMayNotSee() {
		this.access.allow("viewer", GET);
		JsonNode pod = this.client.as("viewer").get(URI);
		assertThat(pod.get("events").isNull()).isTrue();
		assertThat(pod.get("logs").isNull()).isTrue();
		assertThat(pod.get("lastWords").isNull()).isTrue();
		assertThat(pod.at("/pod/usage").isNull()).isTrue();
		assertThat(pod.at("/pod/warnings")).isEmpty();
		assertThat(pod.get("withheld").toString()).isEqualTo(
				"[\"list events in namespace shop\",\"list pods.metrics.k8s.io in namespace shop\",\"get pods/log in namespace shop\"]");
		this.access.allow("viewer", GET_LOG, CallerRights.EVENTS.in("shop"));
		assertThat(this.client.as("viewer").get(URI).get("logs")).hasSize(2);
	}

	@Test
	void goesOnWithoutWhatFails() {
		BDDMockito.given(this.pods.events(ArgumentMatchers.any(), ArgumentMatchers.any()))
			.willReturn(Flux.error(failure(KubernetesFailure.NOT_ALLOWED, Right.to("list", "events", "shop"))));
		BDDMockito.given(this.pods.log(KEY, "proxy", false, 20, 65536))
			.willReturn(Mono.error(failure(KubernetesFailure.INVALID, GET_LOG)));
		JsonNode pod = this.client.get(URI);
		assertThat(pod.get("events").isNull()).isTrue();
		assertThat(pod.at("/missing/0/part").asString()).isEqualTo("events");
		assertThat(pod.at("/missing/0/problem/type").asString()).isEqualTo("urn:tgr:problem:inspector-not-allowed");
		assertThat(pod.at("/logs/1/lines")).isEmpty();
		assertThat(pod.at("/logs/1/problem").asString()).isEqualTo("it failed");
	}

	@Test
	void waitsForNoPartTooLong() {
		BDDMockito.given(this.pods.events(ArgumentMatchers.any(), ArgumentMatchers.any())).willReturn(Flux.never());
		long start = System.nanoTime();
		JsonNode pod = this.client.get(URI);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(9));
		assertThat(pod.at("/missing/0/problem/type").asString()).isEqualTo("urn:tgr:problem:cluster-unavailable");
		assertThat(pod.get("logs")).hasSize(2);
	}

	@Test
	void goesOnWithTheLastRow() {
		BDDMockito.given(this.pods.pod(KEY)).willReturn(Mono.error(failure(KubernetesFailure.UNREACHABLE, GET)));
		this.cluster.lose(KubernetesFailure.UNREACHABLE, "Connection refused");
		JsonNode pod = this.client.get(URI);
		assertThat(pod.at("/pod/status").asString()).isEqualTo("CrashLoopBackOff");
		assertThat(pod.get("deaths")).hasSize(1);
		assertThat(pod.at("/stale/reason").asString()).isEqualTo("unreachable");
		assertThat(pod.at("/missing/0/part").asString()).isEqualTo("pod");
		assertThat(pod.get("logs").isNull()).isTrue();
	}

	@Test
	void saysThatThereIsNoSuchPodOnlyToThoseWhoMayKnow() {
		PodKey key = new PodKey("shop", "gone");
		BDDMockito.given(this.pods.pod(key)).willReturn(Mono.error(failure(KubernetesFailure.NOT_FOUND, GET)));
		assertThat(this.client.problem("/pods/shop/gone", 404).get("type").asString())
			.isEqualTo("urn:tgr:problem:pod-not-found");
		JsonNode refusal = this.client.as("nobody").problem("/pods/shop/gone", 403);
		assertThat(refusal.get("verb").asString()).isEqualTo("get");
		assertThat(this.client.as("nobody").problem(URI, 403).get("detail").asString().replace(KEY.name(), "gone"))
			.isEqualTo(refusal.get("detail").asString());
		this.client.as(null).problem("/pods/shop/gone", 401);
	}

	@ParameterizedTest
	@CsvSource({ "NOT_ALLOWED,403,inspector-not-allowed", "UNAUTHENTICATED,503,cluster-unavailable",
			"UNREADABLE,503,cluster-unavailable" })
	void explainsWhyItHasNoPod(KubernetesFailure failure, int status, String type) {
		BDDMockito.given(this.pods.pod(KEY)).willReturn(Mono.error(failure(failure, GET)));
		assertThat(this.client.problem(URI, status).get("type").asString()).isEqualTo("urn:tgr:problem:" + type);
	}

	@ParameterizedTest
	@ValueSource(strings = { "logLines=501", "logLines=-1", "container=none", "container=A", "limit=1" })
	void refusesABadParameterClearly(String parameter) {
		assertThat(this.client.problem(URI + "?" + parameter, 400).get("parameter").asString())
			.isEqualTo(parameter.substring(0, parameter.indexOf('=')));
	}

	private static KubernetesException failure(KubernetesFailure failure, Right right) {
		return new KubernetesException(failure, right, "it failed", null, null);
	}

}
