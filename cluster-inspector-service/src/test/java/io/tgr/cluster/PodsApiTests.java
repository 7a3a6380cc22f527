package io.tgr.cluster;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.row.CallerRights;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods} as JSON.
 */
@ApiTest
class PodsApiTests {

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private TestClock clock;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.clock.reset();
		this.access.reset();
		Shop.open(this.cluster);
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
	}

	@Test
	void answersInTheDesignsShape() {
		JsonNode answer = this.client.get("/pods");
		assertThat(answer.propertyNames()).containsExactly("items", "asOf", "stale", "scope", "total", "limit",
				"continue");
		assertThat(answer.get("asOf").asString()).isEqualTo("2026-11-22T04:10:00Z");
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("scope").toString())
			.isEqualTo("{\"namespaces\":null,\"withheld\":0,\"missing\":[],\"denied\":[]}");
		assertThat(answer.get("total").asInt()).isEqualTo(5);
		assertThat(answer.get("limit").asInt()).isEqualTo(500);
		assertThat(answer.get("continue").isNull()).isTrue();
		assertThat(ApiClient.names(answer)).containsExactly("a-b/backup-1", "a/db-0", "b/waits", "shop/cart-7d9f-abcde",
				"shop/web-1");
	}

	@Test
	void saysOfEachRowWhatTheDesignSays() {
		for (JsonNode row : this.client.get("/pods").get("items")) {
			assertThat(row.propertyNames()).containsExactly("namespace", "name", "uid", "ready", "readyContainers",
					"totalContainers", "status", "phase", "healthy", "restarts", "restartedAt", "restartsText",
					"createdAt", "age", "deletedAt", "ip", "ips", "node", "nominatedNode", "readinessGates", "labels",
					"owner", "controller", "qosClass", "serviceAccount", "containers", "requests", "limits", "usage",
					"warnings");
			assertThat(row.get("ips").isArray()).isTrue();
			assertThat(row.get("labels").isObject()).isTrue();
			assertThat(row.get("warnings").isArray()).isTrue();
			for (JsonNode container : row.get("containers")) {
				assertThat(container.propertyNames()).containsExactly("name", "kind", "image", "ready", "restarts",
						"state", "reason", "since", "termination", "lastTermination", "requests", "limits", "usage");
			}
		}
	}

	@Test
	void tellsWhatKubectlTells() {
		JsonNode row = row("/pods?node=node-1&namespace=shop");
		assertThat(row.get("ready").asString()).isEqualTo("0/2");
		assertThat(row.get("status").asString()).isEqualTo("CrashLoopBackOff");
		assertThat(row.get("restartsText").asString()).isEqualTo("5 (3m ago)");
		assertThat(row.get("age").asString()).isEqualTo("60m");
		assertThat(row.get("ip").asString()).isEqualTo("10.1.2.3");
		assertThat(row.get("healthy").asBoolean()).isFalse();
		assertThat(row.get("owner").toString()).isEqualTo("{\"kind\":\"Deployment\",\"name\":\"cart\"}");
		assertThat(row.get("controller").toString()).isEqualTo("{\"kind\":\"ReplicaSet\",\"name\":\"cart-7d9f\"}");
		assertThat(row.at("/containers/0/lastTermination").toString()).isEqualTo(
				"{\"reason\":\"OOMKilled\",\"exitCode\":137,\"signal\":null,\"startedAt\":\"2026-11-22T04:06:30Z\",\"finishedAt\":\"2026-11-22T04:07:00Z\"}");
		assertThat(row.get("warnings").toString()).isEqualTo(
				"[{\"reason\":\"BackOff\",\"message\":\"Back-off restarting failed container cart\",\"count\":12,\"lastSeenAt\":\"2026-11-22T04:09:40Z\"}]");
		assertThat(row.get("usage").isNull()).isTrue();
	}

	@Test
	void tellsUsageOfPodAndContainers() {
		JsonNode row = row("/pods?namespace=shop&node=node-2");
		assertThat(row.get("usage").toString())
			.isEqualTo("{\"cpuMillis\":40,\"memoryBytes\":50000000,\"measuredAt\":\"2026-11-22T04:09:45Z\"}");
		assertThat(row.at("/containers/0/usage").toString()).isEqualTo("{\"cpuMillis\":40,\"memoryBytes\":50000000}");
		assertThat(row.get("readinessGates").asString()).isEqualTo("0/1");
		assertThat(row.get("labels").toString()).contains("\"age\":\"\"");
		assertThat(row.get("age").asString()).isEqualTo("3d");
	}

	@Test
	void letsAgesGoOn() {
		this.client.get("/pods");
		this.clock.advance(java.time.Duration.ofMinutes(4));
		JsonNode row = row("/pods?namespace=shop&node=node-1");
		assertThat(row.get("age").asString()).isEqualTo("64m");
		assertThat(row.get("restartsText").asString()).isEqualTo("5 (7m ago)");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "namespace=a|a/db-0", "namespace=a&namespace=b|a/db-0 b/waits",
			"namespace=nothing-here|", "status=crashloopbackoff|shop/cart-7d9f-abcde",
			"status=Pending&status=completed|a-b/backup-1 b/waits", "unhealthy=true|b/waits shop/cart-7d9f-abcde",
			"unhealthy=false&namespace=b|b/waits", "node=node-2|a-b/backup-1 shop/web-1",
			"owner=cart|shop/cart-7d9f-abcde", "owner=deployment/cart|shop/cart-7d9f-abcde",
			"owner=ReplicaSet/cart-7d9f|shop/cart-7d9f-abcde", "owner=Job/cart|", "owner=StatefulSet/db|a/db-0",
			"labelSelector&fieldSelector=&namespace=b|b/waits", "labelSelector=app=cart|shop/cart-7d9f-abcde",
			"labelSelector=app in (db,web),tier!=x|a/db-0 shop/web-1",
			"fieldSelector=spec.nodeName=node-2|a-b/backup-1 shop/web-1",
			"fieldSelector=status.phase!=Running|a-b/backup-1 b/waits" })
	void filters(String query, String names) {
		List<String> expected = (names != null) ? List.of(names.split(" ")) : List.of();
		JsonNode answer = this.client.get("/pods?" + query);
		assertThat(ApiClient.names(answer)).containsExactlyElementsOf(expected);
		assertThat(answer.get("total").asInt()).isEqualTo(expected.size());
	}

	@ParameterizedTest
	@CsvSource({ "name, backup-1 db-0 waits cart-7d9f-abcde web-1", "-name, web-1 cart-7d9f-abcde waits db-0 backup-1",
			"age, cart-7d9f-abcde backup-1 db-0 waits web-1", "restarts, cart-7d9f-abcde db-0 backup-1 waits web-1",
			"status, backup-1 cart-7d9f-abcde waits db-0 web-1", "node, db-0 cart-7d9f-abcde backup-1 web-1 waits",
			"-node, backup-1 web-1 db-0 cart-7d9f-abcde waits", "cpu, db-0 web-1 backup-1 waits cart-7d9f-abcde",
			"-memory, web-1 db-0 backup-1 waits cart-7d9f-abcde" })
	void sorts(String sort, String names) {
		List<String> found = new ArrayList<>();
		this.client.get("/pods?sort=" + sort).get("items").forEach((row) -> found.add(row.get("name").asString()));
		assertThat(found).containsExactly(names.split(" "));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "namespaces=a|namespaces", "namespace=Big|namespace", "namespace=|namespace", "limit=0|limit",
					"limit=5001|limit", "limit=many|limit", "limit=1&limit=2|limit", "sort=size|sort",
					"sort=--name|sort", "unhealthy=yes|unhealthy", "status=|status", "status=a%20b|status",
					"node=N!|node", "owner=/x|owner", "owner=a/b/c|owner", "labelSelector=a%20in%20(|labelSelector",
					"labelSelector=%3D%3D|labelSelector", "fieldSelector=spec.secret%3Dx|fieldSelector",
					"fieldSelector=x|fieldSelector", "lastEventId=1|lastEventId", "logLines=3|logLines" })
	void refusesABadParameterClearly(String query, String parameter) {
		JsonNode problem = this.client.problem("/pods?" + query, 400);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:invalid-parameter");
		assertThat(problem.get("parameter").asString()).isEqualTo(parameter);
		assertThat(problem.get("allowed").asString()).isNotBlank();
	}

	@Test
	void showsACallerOnlyWhatHeMaySee() {
		this.access.allow("viewer", Admission.LIST.in("a"), Admission.LIST.in("b"));
		JsonNode answer = this.client.as("viewer").get("/pods");
		assertThat(ApiClient.names(answer)).containsExactly("a/db-0", "b/waits");
		assertThat(answer.get("total").asInt()).isEqualTo(2);
		assertThat(answer.at("/scope/namespaces").toString()).isEqualTo("[\"a\",\"b\"]");
		assertThat(answer.at("/scope/withheld").asInt()).isEqualTo(2);
		assertThat(answer.at("/scope/denied").toString()).isEqualTo(
				"[\"list events in namespace a\",\"list events in namespace b\",\"list pods.metrics.k8s.io in namespace a\",\"list pods.metrics.k8s.io in namespace b\"]");
		assertThat(answer.at("/items/0/usage").isNull()).isTrue();
	}

	@Test
	void showsWarningsAndUsageWhereTheCallerMaySeeThem() {
		this.access.allow("viewer", Admission.LIST, CallerRights.EVENTS.in("shop"), CallerRights.USAGE.in("a"));
		JsonNode items = this.client.as("viewer").get("/pods").get("items");
		assertThat(items.get(1).at("/usage/cpuMillis").asInt()).isEqualTo(300);
		assertThat(items.get(3).get("warnings")).hasSize(1);
		assertThat(items.get(4).get("usage").isNull()).isTrue();
	}

	@Test
	void doesNotSortByWhatTheCallerMayNotSee() {
		this.access.allow("viewer", Admission.LIST);
		assertThat(this.client.as("viewer").names("/pods?sort=cpu"))
			.isEqualTo(this.client.as("viewer").names("/pods?sort=name"));
	}

	@Test
	void refusesWhoIsNobody() {
		JsonNode problem = this.client.as(null).problem("/pods", 401);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:unauthenticated");
	}

	@Test
	void refusesWhoHasNoRight() {
		JsonNode problem = this.client.as("nobody").problem("/pods?namespace=shop", 403);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:not-allowed");
		assertThat(problem.get("namespace").asString()).isEqualTo("shop");
		assertThat(problem.get("role").asString()).contains("kind: Role", "namespace: shop");
		assertThat(problem.toString()).doesNotContain("cart", "web-1");
	}

	@Test
	void explainsWhatItsOwnAccountMayNot() {
		this.cluster.withdraw(Admission.LIST);
		JsonNode problem = this.client.problem("/pods", 403);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:inspector-not-allowed");
		assertThat(problem.get("verb").asString()).isEqualTo("list");
		assertThat(problem.get("resource").asString()).isEqualTo("pods");
		assertThat(problem.get("role").asString()).contains("kind: ClusterRole", "resources: [\"pods\"]");
	}

	@Test
	void explainsANamespaceThatItMayNotFollow() {
		this.cluster.withdraw();
		this.cluster.listedIn("a", Shop.DB);
		assertThat(this.client.names("/pods")).containsExactly("a/db-0");
		assertThat(this.client.get("/pods").at("/scope/namespaces").toString()).isEqualTo("[\"a\"]");
		JsonNode problem = this.client.problem("/pods?namespace=shop", 403);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:inspector-not-allowed");
		assertThat(problem.get("role").asString()).contains("kind: Role", "namespace: shop", "name: pods-list-watch",
				"verbs: [\"list\", \"watch\"]");
		this.cluster.withdraw();
	}

	@Test
	void goesOnWithTheLastRowsWhenTheWatchIsLost() {
		this.cluster.lose(KubernetesFailure.UNREACHABLE, "Connection refused");
		this.clock.advance(java.time.Duration.ofSeconds(7));
		JsonNode answer = this.client.get("/pods");
		assertThat(answer.get("items")).hasSize(5);
		assertThat(answer.at("/stale/since").asString()).isEqualTo("2026-11-22T04:10:00Z");
		assertThat(answer.at("/stale/reason").asString()).isEqualTo("unreachable");
		assertThat(answer.at("/stale/detail").asString()).contains("Connection refused");
		assertThat(answer.get("asOf").asString()).isEqualTo("2026-11-22T04:10:00Z");
	}

	@Test
	void tellsACallerNothingOfNamespacesThatHeMayNotSee() {
		this.cluster.withdraw(Right.to("list", "events", "a"), Right.to("list", "events", "b"));
		this.cluster.listedIn("a", Shop.DB);
		this.cluster.listedIn("b", Shop.WAITING);
		this.cluster.loseIn("b", KubernetesFailure.NOT_ALLOWED, "pods is forbidden in the namespace b");
		this.access.allow("viewer", Admission.LIST.in("a"));
		for (String uri : List.of("/pods", "/pods/summary", "/pods?namespace=a")) {
			JsonNode answer = this.client.as("viewer").get(uri);
			assertThat(answer.at("/scope/missing").toString()).isEqualTo("[\"list events in namespace a\"]");
			assertThat(answer.get("stale").isNull()).isTrue();
			assertThat(this.client.get("/pods").at("/stale/detail").asString()).contains("namespace b");
		}
		this.cluster.withdraw();
	}

	@Test
	void saysThatNobodyCanTellWhatElseTheCallerMaySee() {
		this.access.undecided = new KubernetesException(KubernetesFailure.UNAVAILABLE,
				Right.to("create", "subjectaccessreviews", null), "Too many requests", null, null);
		for (String uri : List.of("/pods", "/pods?sort=cpu")) {
			assertThat(this.client.problem(uri, 503).get("type").asString())
				.isEqualTo("urn:tgr:problem:cluster-unavailable");
		}
	}

	@Test
	void saysThatTheApiCannotBeReached() {
		this.access.failure = new KubernetesException(KubernetesFailure.UNREACHABLE, Right.to("create", "x", null),
				"Connection refused", null, null);
		JsonNode problem = this.client.problem("/pods", 503);
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:cluster-unavailable");
		this.client.ask("/pods", "*/*").expectHeader().exists("Retry-After");
	}

	@Test
	void saysThatNothingIsListedYet() {
		this.cluster.withdraw();
		assertThat(this.client.problem("/pods", 503).get("type").asString())
			.isEqualTo("urn:tgr:problem:cluster-unavailable");
	}

	@Test
	void namesWhatItsOwnAccountMisses() {
		this.cluster.missing(Right.to("list", "events", null));
		assertThat(this.client.get("/pods").at("/scope/missing").toString())
			.isEqualTo("[\"list events in all namespaces\"]");
	}

	private JsonNode row(String uri) {
		JsonNode items = this.client.get(uri).get("items");
		assertThat(items).hasSize(1);
		return items.get(0);
	}

}
