package io.tgr.cluster.real;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Selectors choose the pods that the API server chooses, and what it refuses is refused;
 * continue tokens are good for what they were given for.
 */
@ExtendWith(RealClusterExtension.class)
class SelectorClusterTests {

	private static RealCluster cluster;

	private static RunningInspector inspector;

	private static String admin;

	@BeforeAll
	static void start(RealCluster real, States states) {
		cluster = real;
		inspector = RunningInspector.start(InspectorAccount.everywhere(real), "--tgr.cluster.continue-lifetime=1s");
		admin = Callers.admin(real);
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "tier", "!tier", "tier=front", "tier==front", "tier!=front", "tier in (front,back)",
			"tier in ( front , back )", "tier notin (front)", "tier=", "tier in (,)", "tier in (front,)",
			"tier,tier!=back", "app.kubernetes.io/part-of=states,tier", "tier>1", "tier<1", " tier = front ",
			"tier = front,", ",tier", "", "tier in front", "tier in (front", "tier in", "tier notin ()", "tier in ()",
			"=front", "tier===front", "tier=a b", "tier front", "!tier=front", "!!tier", "-tier", "tier-",
			"Example.com/tier", "/tier", "example.com/", "a/b/c", "tier=-front", "tier=front-", "tier=a/b", "tier>a",
			"tier>", "tier=(front)", "tier!", "in", "in in (in)", "notin", "tier=in", "tier,,app", "tier;app",
			"tier=\"front\"", "größe=1", "tier=größe",
			"a-key-that-is-longer-than-the-sixty-three-characters-that-are-allowed=1" })
	void labelSelector(String selector) {
		compare("labelSelector", selector);
	}

	// Not status.podIPs: the API server takes it, and then compares nothing with it.
	@ParameterizedTest
	@ValueSource(strings = { "status.phase=Running", "status.phase==Running", "status.phase!=Running", "spec.nodeName=",
			"spec.nodeName!=", "spec.hostNetwork=true", "spec.hostNetwork=yes", "spec.restartPolicy=Always",
			"spec.serviceAccountName=default", "spec.schedulerName=default-scheduler", "metadata.name=running",
			"metadata.namespace=states-b", "metadata.namespace!=kube-system,metadata.name!=running", "status.podIP=",
			"status.nominatedNodeName!=", "", ",", "metadata.name=running,", "metadata.name", "metadata.name=a=b",
			"metadata.name>a", "=running", "metadata.uid=1", "spec.containers=1", "status.reason=Evicted",
			"metadata.labels.tier=front", "Status.Phase=Running", " status.phase=Running", "status.phase =Running",
			"status.phase= Running", "metadata.name in (a)", "metadata.name=a\\,b", "metadata.name=a\\b",
			"metadata.name=a\\=b" })
	void fieldSelector(String selector) {
		compare("fieldSelector", selector);
	}

	@Test
	void aContinueTokenIsGoodForItsQueryAndItsTime() throws Exception {
		String first = inspector.json(admin, "/pods?limit=3").get("continue").asString();
		assertThat(inspector.json(admin, "/pods?limit=3&continue=" + first).get("items")).hasSize(3);
		JsonNode other = inspector.problem(admin, "/pods?limit=3&namespace=states&continue=" + first, 400);
		assertThat(other.get("allowed").asString()).contains("another query");
		char end = first.charAt(first.length() - 10);
		String forged = first.substring(0, first.length() - 10) + ((end == 'A') ? 'B' : 'A')
				+ first.substring(first.length() - 9);
		JsonNode notOurs = inspector.problem(admin, "/pods?limit=3&continue=" + forged, 400);
		assertThat(notOurs.get("parameter").asString()).isEqualTo("continue");
		Awaitility.await()
			.untilAsserted(() -> assertThat(
					inspector.problem(admin, "/pods?limit=3&continue=" + first, 410).get("type").asString())
				.isEqualTo("urn:tgr:problem:continue-expired"));
	}

	@Test
	void aContinueTokenOfTheApiServerIsItsOwn() {
		HttpResponse<String> first = inspector.get(admin, "/pods?limit=3", "application/json;as=PodList");
		JsonNode list = JsonMapper.shared().readTree(first.body());
		assertThat(list.get("kind").asString()).isEqualTo("PodList");
		String token = list.at("/metadata/continue").asString();
		HttpResponse<String> next = inspector.get(admin, "/pods?limit=3&continue=" + encode(token),
				"application/json;as=PodList");
		assertThat(names(JsonMapper.shared().readTree(next.body()), "/metadata/name")).hasSize(3)
			.doesNotContainAnyElementsOf(names(list, "/metadata/name"));
		assertThat(inspector.get(admin, "/pods?limit=3&continue=nonsense", "application/json;as=PodList").statusCode())
			.isEqualTo(400);
		assertThat(inspector.problem(admin, "/pods?limit=3&continue=" + encode(token), 410).get("detail").asString())
			.contains("another process");
	}

	private static void compare(String parameter, String selector) {
		String query = "%s=%s".formatted(parameter, encode(selector));
		int theirs = cluster.status("/api/v1/pods?" + query);
		HttpResponse<String> ours = inspector.get(admin, "/pods?limit=5000&" + query, "application/json");
		assertThat(ours.statusCode()).as(ours.body()).isEqualTo(theirs);
		if (theirs == 200) {
			assertThat(names(JsonMapper.shared().readTree(ours.body()), "/name"))
				.isEqualTo(names(cluster.get("/api/v1/pods?" + query), "/metadata/name"));
		}
		else {
			assertThat(theirs).isEqualTo(400);
			assertThat(JsonMapper.shared().readTree(ours.body()).get("parameter").asString()).isEqualTo(parameter);
		}
	}

	private static Set<String> names(JsonNode list, String name) {
		return list.get("items").valueStream().map((item) -> item.at(name).asString()).collect(Collectors.toSet());
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
