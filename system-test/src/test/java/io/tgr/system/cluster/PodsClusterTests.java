package io.tgr.system.cluster;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The inspector in a pod, with an account and rights of its own, asked with tokens of the
 * cluster.
 */
@ExtendWith(TgrExtension.class)
class PodsClusterTests {

	private static final String ACCOUNTS = """
			{"kind": "List", "apiVersion": "v1", "items": [
			{"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "viewer"}},
			{"kind": "ServiceAccount", "apiVersion": "v1", "metadata": {"name": "stranger"}},
			{"kind": "RoleBinding", "apiVersion": "rbac.authorization.k8s.io/v1", "metadata": {"name": "viewer"},
			"roleRef": {"apiGroup": "rbac.authorization.k8s.io", "kind": "ClusterRole", "name": "view"},
			"subjects": [{"kind": "ServiceAccount", "name": "viewer", "namespace": "%s"}]}]}"""
		.formatted(Kubectl.NAMESPACE);

	private static final String PODS = "/pods?namespace=" + Kubectl.NAMESPACE;

	@BeforeAll
	static void accounts() {
		Kubectl.apply(ACCOUNTS);
	}

	@AfterAll
	static void tidy() {
		Kubectl.run("delete", "serviceaccount/viewer", "serviceaccount/stranger", "rolebinding/viewer");
	}

	@Test
	void whoMayListThePodsSeesThem(WebTestClient tgr) {
		WebTestClient viewer = as("viewer", tgr);
		Waiting.until(() -> {
			JsonNode answer = Json.get(viewer, PODS + "&limit=100");
			assertThat(Json.items(answer)).extracting((row) -> row.get("name").asString())
				.containsExactlyInAnyOrderElementsOf(names());
		});
	}

	@Test
	void thePodsOfADeploymentNameIt(WebTestClient tgr) {
		JsonNode answer = Json.getRows(as("viewer", tgr), PODS + "&owner=Deployment/trending-service");
		JsonNode pod = answer.get("items").get(0);
		assertThat(pod.get("ready").asString()).isEqualTo("1/1");
		JsonNode whole = Json.get(as("viewer", tgr), "/pods/" + Kubectl.NAMESPACE + "/" + pod.get("name").asString());
		assertThat(whole.get("logs").toString()).contains("Started");
	}

	@Test
	void withoutATokenNobodySeesAnything(WebTestClient tgr) {
		problem(tgr, HttpStatus.UNAUTHORIZED, "unauthenticated");
	}

	@Test
	void whoMayNotListThePodsIsToldSo(WebTestClient tgr) {
		problem(as("stranger", tgr), HttpStatus.FORBIDDEN, "not-allowed");
	}

	@Test
	void withoutRightsOfItsOwnItSaysWhichRoleGivesThem(WebTestClient tgr) {
		WebTestClient viewer = as("viewer", tgr);
		Json.getRows(viewer, PODS);
		String[] rights = { "clusterrolebinding/cluster-inspector-service", "clusterrole/cluster-inspector-service" };
		String before = Kubectl.run("get", rights[0], rights[1], "-o", "yaml");
		Kubectl.run("delete", rights[0], rights[1]);
		try {
			Waiting.until(() -> problem(viewer, HttpStatus.FORBIDDEN, "inspector-not-allowed"));
			String role = problem(viewer, HttpStatus.FORBIDDEN, "inspector-not-allowed").get("role").asString();
			String name = role.replaceAll("(?s).*metadata:\\s+name: \"?([^\"\\s]+).*", "$1");
			Kubectl.apply(role);
			Kubectl.run("create", "clusterrolebinding", name, "--clusterrole=" + name,
					"--serviceaccount=" + Kubectl.NAMESPACE + ":cluster-inspector-service");
			Waiting.until(() -> assertThat(Json.get(viewer, PODS).get("items")).isNotEmpty());
			Kubectl.run("delete", "clusterrolebinding/" + name, "clusterrole/" + name);
		}
		finally {
			Kubectl.apply(withoutIdentity(before));
		}
		Waiting.until(() -> assertThat(Json.get(viewer, PODS).get("items")).isNotEmpty());
	}

	private static String withoutIdentity(String list) {
		return list.replaceAll("(?m)^ +(uid|resourceVersion|creationTimestamp): .*\n", "");
	}

	private static JsonNode problem(WebTestClient client, HttpStatus status, String type) {
		JsonNode problem = client.get()
			.uri(PODS)
			.exchange()
			.expectStatus()
			.isEqualTo(status)
			.expectBody(JsonNode.class)
			.returnResult()
			.getResponseBody();
		assertThat(problem).isNotNull();
		assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:" + type);
		return problem;
	}

	private static WebTestClient as(String account, WebTestClient tgr) {
		String token = Kubectl.run("create", "token", account).strip();
		return tgr.mutate().defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token).build();
	}

	private static List<String> names() {
		return Kubectl.items("get", "pods").stream().map((pod) -> pod.at("/metadata/name").asString()).toList();
	}

}
