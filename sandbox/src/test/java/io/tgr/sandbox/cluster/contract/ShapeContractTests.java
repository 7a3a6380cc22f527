package io.tgr.sandbox.cluster.contract;

import java.io.IOException;
import java.io.InputStream;
import java.util.Set;
import java.util.TreeSet;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Holds the shapes of answers against what a Kubernetes 1.34 API server answered.
 */
class ShapeContractTests {

	private static final ClusterSandbox SANDBOX = ClusterSandbox.builder().life(false).start();

	@AfterAll
	static void stop() {
		SANDBOX.close();
	}

	// Paths that the recorded object has and ours lacks are named; ours has none that it
	// lacks, apart from those that depend on the workload.
	@ParameterizedTest
	@CsvSource(textBlock = """
			pod-running.json, app=web
			pod-crash-loop.json, app=checkout
			pod-out-of-memory.json, app=thumbnails
			pod-pending.json, app=analytics
			pod-image-pull.json, app=recommendations
			pod-sidecar.json, app=cart
			pod-completed.json, job-name
			""")
	void podsHaveTheFormOfRealOnes(String recording, String selector) throws IOException {
		Set<String> real = paths(recording(recording).path("status"));
		JsonNode list = ClusterClients.json(SANDBOX, "/api/v1/pods?labelSelector=" + selector);
		Set<String> ours = paths(list.path("items").get(0).path("status"));
		ours.removeIf((path) -> path.matches(".*(resources|allocatedResources)/.*|.*/message|.*/lastState/.*"));
		real.removeIf((path) -> path.matches(".*(resources|allocatedResources).*|.*/message|.*/lastState/.*"));
		if (recording.equals("pod-sidecar.json")) {
			// The real one's other container crashed, ours had an init container before.
			real.removeIf((path) -> path.matches("/(containerStatuses/state|conditions).*"));
			ours.removeIf((path) -> path.matches(".*/state/.*|/(containerStatuses/state|conditions).*|.*/resources.*"));
			real.removeIf((path) -> path.matches(".*/state/.*"));
		}
		ours.removeIf((path) -> path.matches(".*/resources"));
		assertThat(ours).isEqualTo(real);
	}

	@Test
	void aPodIsDescribedAsARealOne() throws IOException {
		JsonNode list = ClusterClients.json(SANDBOX, "/api/v1/pods?labelSelector=app=web");
		String name = list.path("items").get(0).at("/metadata/name").asString();
		JsonNode ours = ClusterClients.json(SANDBOX, "/api/v1/namespaces/shop/pods/" + name);
		JsonNode real = recording("pod-running.json");
		assertThat(ours.propertyNames()).containsExactlyElementsOf(real.propertyNames());
		assertThat(paths(ours.path("metadata"))).isEqualTo(paths(real.path("metadata")));
		assertThat(paths(ours.path("spec")))
			.containsAll(paths(real.path("spec")).stream().filter((path) -> !path.equals("/containers/args")).toList());
	}

	@Test
	void aListIsTold() throws IOException {
		JsonNode real = recording("pod-list.json");
		JsonNode ours = ClusterClients.json(SANDBOX, "/api/v1/namespaces/shop/pods?limit=1");
		assertThat(ours.propertyNames()).containsExactlyElementsOf(real.propertyNames());
		assertThat(ours.path("metadata").propertyNames())
			.containsExactlyElementsOf(real.path("metadata").propertyNames());
		assertThat(ours.path("items").get(0).propertyNames())
			.containsExactlyElementsOf(real.path("items").get(0).propertyNames());
	}

	@Test
	void aTableHasTheColumnsOfARealOne() throws IOException {
		JsonNode real = recording("table.json");
		var request = ClusterClients.request(SANDBOX, "/api/v1/namespaces/shop/pods?limit=1", null)
			.header("Accept", "application/json;as=Table;v=v1;g=meta.k8s.io")
			.build();
		JsonNode ours = JsonMapper.shared().readTree(ClusterClients.send(request).body());
		assertThat(ours.propertyNames()).containsExactlyElementsOf(real.propertyNames());
		for (int i = 0; i < real.path("columnDefinitions").size(); i++) {
			JsonNode column = ours.path("columnDefinitions").get(i);
			for (String member : new String[] { "name", "type", "format", "priority" }) {
				assertThat(column.get(member)).isEqualTo(real.path("columnDefinitions").get(i).get(member));
			}
		}
		assertThat(ours.at("/rows/0").propertyNames()).containsExactlyElementsOf(real.at("/rows/0").propertyNames());
	}

	@ParameterizedTest
	@CsvSource(nullValues = "none",
			textBlock = """
					error-400.json, /api/v1/pods?labelSelector=a%20b, none
					error-401.json, /api/v1/pods, bad
					error-404.json, /api/v1/namespaces/sandbox-rec/pods/nope, none
					error-410.json, /api/v1/pods?limit=1&continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MSwic3RhcnQiOiJhL2IifQ, none
					""")
	void errorsAreThoseOfARealServer(String recording, String path, String token) throws IOException {
		SANDBOX.compact();
		String body = ClusterClients.get(SANDBOX, path, token).body();
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(recording(recording));
	}

	@Test
	void whatIsForbiddenIsToldAsByARealServer() throws IOException {
		String body = ClusterClients.get(SANDBOX, "/api/v1/namespaces/sandbox-rec/pods", "sandbox-nobody").body();
		String real = recording("error-403.json").toString();
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(JsonMapper.shared()
			.readTree(real.replace("system:serviceaccount:sandbox-rec:default", "sandbox-nobody")));
	}

	@Test
	void aWatchIsToldAsByARealServer() throws IOException {
		JsonNode real = recording("watch.json");
		String name = ClusterClients.json(SANDBOX, "/api/v1/pods?labelSelector=app=analytics")
			.at("/items/0/metadata/name")
			.asString();
		String path = "/api/v1/namespaces/shop/pods?watch=true&timeoutSeconds=1&resourceVersion=0"
				+ "&allowWatchBookmarks=true&fieldSelector=metadata.name%3D" + name;
		var ours = ClusterClients.get(SANDBOX, path, null)
			.body()
			.lines()
			.map((line) -> JsonMapper.shared().readTree(line))
			.toList();
		assertThat(ours).hasSize(2);
		assertThat(ours.get(0).propertyNames()).containsExactlyElementsOf(real.get(0).propertyNames());
		assertThat(ours.get(0).path("object").propertyNames())
			.containsExactlyElementsOf(real.get(0).path("object").propertyNames());
		assertThat(paths(ours.get(1))).isEqualTo(paths(real.get(1)));
	}

	@Test
	void usageIsToldAsByARealServer() throws IOException {
		Set<String> ours = paths(ClusterClients.json(SANDBOX, "/apis/metrics.k8s.io/v1beta1/namespaces/shop/pods"));
		Set<String> real = paths(recording("usage.json"));
		ours.removeIf((path) -> path.contains("/labels/"));
		real.removeIf((path) -> path.contains("/labels/"));
		assertThat(ours).isEqualTo(real);
	}

	@Test
	void aTokenReviewIsAnsweredAsByARealServer() throws IOException {
		String body = ClusterClients
			.post(SANDBOX, "/apis/authentication.k8s.io/v1/tokenreviews", null,
					"{\"spec\":{\"token\":\"abc\",\"audiences\":[\"x\"]}}")
			.body();
		assertThat(JsonMapper.shared().readTree(body)).isEqualTo(recording("token-review.json"));
	}

	private static JsonNode recording(String name) throws IOException {
		try (InputStream content = ShapeContractTests.class.getResourceAsStream(name)) {
			return JsonMapper.shared().readTree(content);
		}
	}

	private static Set<String> paths(JsonNode node) {
		Set<String> paths = new TreeSet<>();
		collect(paths, "", node);
		return paths;
	}

	private static void collect(Set<String> paths, String path, JsonNode node) {
		if (node.isArray()) {
			node.values().forEach((child) -> collect(paths, path, child));
		}
		node.properties().forEach((entry) -> {
			paths.add(path + "/" + entry.getKey());
			collect(paths, path + "/" + entry.getKey(), entry.getValue());
		});
	}

}
