package io.tgr.system;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.MediaType;
import org.springframework.http.codec.ServerSentEvent;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@Tag(TgrExtension.LAUNCHER)
@ExtendWith(TgrExtension.class)
class PodsSystemTests {

	@Test
	void everyPodHasWhatAnOperatorAsksFor(WebTestClient tgr) {
		JsonNode answer = Json.getRows(tgr, "/pods");
		assertThat(answer.get("stale").isNull()).isTrue();
		assertThat(answer.get("total").asInt()).isEqualTo(Json.items(answer).size());
		assertThat(Json.items(answer)).allSatisfy((pod) -> {
			assertThat(pod.get("status").asString()).isNotEmpty();
			assertThat(pod.get("ready").asString()).matches("\\d+/\\d+");
			assertThat(pod.get("age").asString()).isNotEmpty();
			assertThat(pod.get("owner").get("kind").asString()).isIn("Deployment", "DaemonSet", "CronJob");
			assertThat(pod.get("containers")).isNotEmpty();
		});
	}

	@Test
	void whatIsUnhealthyIsInOneListWithTheReason(WebTestClient tgr) {
		// A container that is killed again and again runs in between.
		Awaitility.await().atMost(Duration.ofMinutes(2)).pollInterval(Duration.ofSeconds(1)).untilAsserted(() -> {
			Map<String, List<JsonNode>> unhealthy = Json.items(Json.getRows(tgr, "/pods?unhealthy=true"))
				.stream()
				.collect(Collectors.groupingBy((pod) -> pod.get("owner").get("name").asString()));
			assertThat(unhealthy).containsKeys("checkout", "thumbnails", "analytics", "recommendations");
			assertThat(lastDeath(unhealthy.get("checkout")).get("exitCode").asInt()).isEqualTo(1);
			assertThat(lastDeath(unhealthy.get("thumbnails")).get("reason").asString()).isEqualTo("OOMKilled");
			assertThat(unhealthy.get("analytics").get(0).get("warnings").get(0).get("reason").asString())
				.isEqualTo("FailedScheduling");
		});
	}

	private static JsonNode lastDeath(List<JsonNode> pods) {
		JsonNode container = pods.get(0).get("containers").get(0);
		return (container.get("lastTermination").isNull()) ? container.get("termination")
				: container.get("lastTermination");
	}

	@Test
	void onePodTellsWhyItDied(WebTestClient tgr) {
		JsonNode crashing = Json.getRows(tgr, "/pods?owner=Deployment/checkout").get("items").get(0);
		JsonNode pod = Json.get(tgr, "/pods/{namespace}/{name}", crashing.get("namespace").asString(),
				crashing.get("name").asString());
		assertThat(pod.get("deaths").get(0).get("explanation").asString()).contains("exit code 1");
		assertThat(pod.get("events")).isNotEmpty();
		assertThat(pod.get("logs").toString()).contains("IllegalStateException");
		assertThat(pod.get("containers").toString()).contains("PAYMENT_TOKEN", "secret");
	}

	@Test
	void theTableReadsAsKubectlsDoes(WebTestClient tgr) {
		Json.getRows(tgr, "/pods");
		String table = tgr.get()
			.uri("/pods")
			.accept(MediaType.TEXT_PLAIN)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(table).matches("(?s)NAMESPACE +NAME +READY +STATUS +RESTARTS +AGE +IP +NODE +NOMINATED NODE +"
				+ "READINESS GATES\n.*kube-system +coredns-\\S+ +1/1 +Running +0 +\\S+ +10\\.\\S+ +node-[ab] +<none> +"
				+ "<none>\n.*");
	}

	@Test
	void theCountsAddUp(WebTestClient tgr) {
		JsonNode summary = Json.get(tgr, "/pods/summary");
		assertThat(
				summary.get("byStatus").get("items").valueStream().mapToInt((count) -> count.get("pods").asInt()).sum())
			.isEqualTo(summary.get("total").asInt());
		assertThat(summary.get("unhealthy").asInt()).isPositive();
	}

	@Test
	void pagesLeadThroughAllPodsOnce(WebTestClient tgr) {
		JsonNode first = Json.getRows(tgr, "/pods?namespace=kube-system&limit=3");
		JsonNode second = Json.get(tgr, "/pods?namespace=kube-system&limit=3&continue={token}",
				first.get("continue").asString());
		assertThat(first.get("items")).hasSize(3);
		assertThat(second.get("items")).hasSize(1);
		assertThat(second.get("continue").isNull()).isTrue();
		assertThat(first.get("items").toString()).doesNotContain(second.get("items").get(0).get("uid").asString());
	}

	@Test
	void aStreamBeginsWithWhatRunsAndGoesOnWithChanges(URI gateway) {
		Flux<ServerSentEvent<String>> events = WebTestClient.bindToServer()
			.baseUrl(gateway.toString())
			.responseTimeout(Duration.ofMinutes(3))
			.build()
			.get()
			.uri("/pods/stream?namespace=shop&owner=Deployment/web")
			.accept(MediaType.TEXT_EVENT_STREAM)
			.exchange()
			.expectStatus()
			.isOk()
			.returnResult(new ParameterizedTypeReference<ServerSentEvent<String>>() {
			})
			.getResponseBody();
		StepVerifier
			.create(events.filter((event) -> event.event() != null).map((event) -> String.valueOf(event.event())))
			.expectNext("ADDED")
			.thenConsumeWhile((event) -> !"DELETED".equals(event))
			.expectNext("DELETED")
			.thenCancel()
			.verify(Duration.ofMinutes(3));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/json", "text/plain", "application/json;as=PodList" })
	void noFormHasAValueOfTheEnvironment(String form, WebTestClient tgr) {
		String pods = tgr.get()
			.uri("/pods")
			.header("Accept", form)
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(pods).contains("web-").doesNotContain("sandbox-plain-value");
		assertThat(form.contains("PodList")).isEqualTo(String.valueOf(pods).contains("PAYMENT_KEY"));
	}

	@ParameterizedTest
	@CsvSource({ "/pods?limit=0, limit", "/pods?labelSelector=a in, labelSelector",
			"/pods?fieldSelector=spec.image=x, fieldSelector", "/pods?sort=size, sort",
			"/pods?continue=forged, continue", "/pods/stream?limit=3, limit", "/pods/summary?top=0, top" })
	void aBadParameterIsNamed(String path, String parameter, WebTestClient tgr) {
		Json.getRows(tgr, "/pods");
		tgr.get()
			.uri(path)
			.exchange()
			.expectStatus()
			.isBadRequest()
			.expectBody()
			.jsonPath("$.parameter")
			.isEqualTo(parameter)
			.jsonPath("$.allowed")
			.isNotEmpty();
	}

	@Test
	void aPodThatIsNotThereIsNotFound(WebTestClient tgr) {
		tgr.get()
			.uri("/pods/shop/nobody")
			.exchange()
			.expectStatus()
			.isNotFound()
			.expectBody()
			.jsonPath("$.type")
			.isEqualTo("urn:tgr:problem:pod-not-found");
	}

}
