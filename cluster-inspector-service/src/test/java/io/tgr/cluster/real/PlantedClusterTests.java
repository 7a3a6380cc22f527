package io.tgr.cluster.real;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What pods hold in their environment, in Secrets and in headers of probes is in nothing
 * that the service says.
 */
@ExtendWith(RealClusterExtension.class)
class PlantedClusterTests {

	private static final String[] PLANTED = { "PLANTED-ENV-VALUE", "PLANTED-SECRET", "PLANTED-HEADER" };

	private static final String NAMESPACE = "tgr-planted";

	private static RealCluster cluster;

	private static RunningInspector inspector;

	private static String admin;

	@BeforeAll
	static void start(RealCluster real, States states) {
		cluster = real;
		real.namespace(NAMESPACE);
		real.apply(pod("talks-of-its-environment", "\"args\": [\"$(DB_PASSWORD)\"]"));
		real.apply(pod("is-started-by-its-environment", "\"command\": [\"/bin/$(DB_PASSWORD)\"]"));
		inspector = RunningInspector.start(InspectorAccount.everywhere(real), "--logging.level.io.tgr=debug",
				"--logging.level.io.fabric8=debug");
		admin = Callers.admin(real);
	}

	@AfterAll
	static void stop() throws Exception {
		if (inspector != null) {
			inspector.close();
			cluster.kubectl("delete", "namespace", NAMESPACE, "--wait=false");
		}
	}

	@Test
	void itIsPlanted() {
		assertThat(cluster.kubectl("get", "pods", "-A", "-o", "json")).contains("PLANTED-ENV-VALUE", "PLANTED-HEADER");
		assertThat(cluster.kubectl("-n", "states", "logs", "planted-and-dead")).contains("PLANTED-ENV-VALUE");
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(() -> assertThat(cluster.kubectl("-n", NAMESPACE, "get", "events", "-o", "json"))
				.contains("PLANTED-ENV-VALUE"));
	}

	@Test
	void nothingIsInTheRows() {
		Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.untilAsserted(
					() -> assertThat(inspector.json(admin, "/pods?namespace=" + NAMESPACE).at("/items/0/warnings"))
						.isNotEmpty());
		clean("/pods?limit=5000", "application/json");
		clean("/pods?limit=5000", "text/plain");
		clean("/pods/summary?top=100", "application/json");
		clean("/pods?labelSelector=", "application/json");
	}

	@Test
	void nothingIsInTheApiServersOwnList() {
		String list = clean("/pods?limit=500", "application/json;as=PodList");
		assertThat(list).contains("DB_PASSWORD", "\"kind\":\"PodList\"", "\"planted\"");
	}

	@Test
	void nothingIsInAnyPodInFull() {
		List<String> all = new ArrayList<>();
		for (JsonNode row : inspector.json(admin, "/pods?limit=5000").get("items")) {
			String path = "/pods/%s/%s".formatted(row.get("namespace").asString(), row.get("name").asString());
			all.add(inspector.get(admin, path + "?logLines=500", "application/json").body());
		}
		assertThat(all).hasSizeGreaterThan(120).allSatisfy((pod) -> assertThat(pod).doesNotContain(PLANTED));
		assertThat(String.join("\n", all)).contains("DB_PASSWORD");
	}

	@Test
	void nothingIsInTheStream() throws Exception {
		try (EventStream stream = inspector.stream(admin, "/pods/stream")) {
			Awaitility.await().until(stream::caughtUp);
			assertThat(stream.events()).hasSizeGreaterThan(120);
			assertThat(stream.events().toString()).doesNotContain(PLANTED);
		}
	}

	@Test
	void nothingIsInAProblem() {
		for (String path : List.of("/pods?labelSelector=a%20b", "/pods?fieldSelector=spec.containers.env%3Dx",
				"/pods/states/planted?container=none", "/pods/states/nobody", "/pods?continue=x")) {
			clean(path, "*/*");
		}
	}

	@Test
	void nothingIsInTheLog() {
		inspector.get(admin, "/pods/states/planted", "application/json");
		clean("/pods?limit=500", "application/json;as=PodList");
		assertThat(inspector.log()).contains("Follows pods").doesNotContain(PLANTED).doesNotContain(admin);
	}

	private static String clean(String path, String accept) {
		String body = inspector.get(admin, path, accept).body();
		assertThat(body).doesNotContain(PLANTED);
		return body;
	}

	private static String pod(String name, String container) {
		return """
				{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": "%s", "namespace": "%s"},
				 "spec": {"automountServiceAccountToken": false, "terminationGracePeriodSeconds": 1,
				  "containers": [{"name": "app", "image": "tgr/probe:1", "imagePullPolicy": "Never", %s,
				   "terminationMessagePolicy": "FallbackToLogsOnError",
				   "env": [{"name": "DB_PASSWORD", "value": "PLANTED-ENV-VALUE-in-a-command"}]}]}}
				""".formatted(name, NAMESPACE, container);
	}

}
