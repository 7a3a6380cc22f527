package io.tgr.system.cluster;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

import io.tgr.system.Json;
import io.tgr.system.TgrExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Three replicas of trending-service with one Redis: one memory, one budget, one that
 * refreshes.
 */
@ExtendWith(TgrExtension.class)
class SharedMemoryClusterTests {

	private static final String RANKING = "/trending?language=java&window=weekly";

	private static final String LEADER = "tgr_refresher_leader";

	private static Tunnel proxy;

	private static WebTestClient api;

	@BeforeAll
	static void three() {
		Kubectl.scale("trending-service", 3);
		proxy = Tunnel.proxy();
		api = TgrExtension.client(proxy.url());
	}

	@AfterAll
	static void one() {
		proxy.close();
		Kubectl.scale("trending-service", 1);
	}

	@Test
	void oneOfThemRefreshesAndAnotherWithin15SecondsWhenItIsKilled() {
		Waiting.until(() -> assertThat(leaders()).hasSize(1));
		String killed = leaders().get(0);
		Kubectl.run("delete", "pod", killed, "--grace-period=0", "--force");
		Awaitility.await()
			.atMost(Duration.ofSeconds(15))
			.pollInterval(Duration.ofMillis(500))
			.ignoreExceptions()
			.untilAsserted(() -> assertThat(leaders()).hasSize(1).doesNotContain(killed));
		Kubectl.rolledOut("trending-service");
	}

	@Test
	void allOfThemAnswerTheSame(WebTestClient tgr) {
		Json.getRows(tgr, RANKING);
		Waiting.until(() -> {
			List<List<String>> answers = pods().stream()
				.map((pod) -> names(Json.getRows(api, path(pod, RANKING))))
				.toList();
			assertThat(answers).hasSize(3).allSatisfy((names) -> assertThat(names).isEqualTo(answers.get(0)));
		});
	}

	@Test
	void whenRedisStopsAndComesBackNobodySeesAnError(URI gateway, WebTestClient tgr) {
		Json.getRows(tgr, RANKING);
		try (Load load = Load.on(gateway.resolve(RANKING), 100)) {
			Kubectl.run("delete", "pod", "redis-0", "--grace-period=0", "--force");
			Kubectl.run("rollout", "status", "statefulset/redis", "--timeout=120s");
			Waiting.until(() -> assertThat(leaders()).hasSize(1));
			load.assertNoneFailed();
		}
	}

	private static List<String> pods() {
		return Kubectl.pods("trending-service").stream().map((pod) -> pod.at("/metadata/name").asString()).toList();
	}

	private static List<String> leaders() {
		return pods().stream().filter(SharedMemoryClusterTests::leads).toList();
	}

	private static boolean leads(String pod) {
		return metrics(pod).lines().anyMatch((line) -> line.startsWith(LEADER) && line.endsWith(" 1.0"));
	}

	private static String metrics(String pod) {
		return Objects.requireNonNull(api.get()
			.uri(path(pod, "/actuator/prometheus"))
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody());
	}

	private static String path(String pod, String path) {
		return "/api/v1/namespaces/%s/pods/%s:8080/proxy%s".formatted(Kubectl.NAMESPACE, pod, path);
	}

	private static List<String> names(JsonNode answer) {
		return Json.items(answer).stream().map((row) -> row.get("fullName").asString()).toList();
	}

}
