package io.tgr.cluster.kubernetes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.cluster.pod.PodKey;

import static org.assertj.core.api.Assertions.assertThat;

class RedactionTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final PodKey PLANTED = new PodKey("n", "planted");

	private static final String POD = """
			{"kind":"Pod","apiVersion":"v1","metadata":{"name":"planted","namespace":"n","uid":"u",
			 "labels":{"app":"PLANTED-no-value-of-the-environment"},
			 "managedFields":[{"manager":"PLANTED-ENV-managed"}],
			 "annotations":{"kubectl.kubernetes.io/last-applied-configuration":"PLANTED-ENV-last-applied",
			  "copy":"{\\"password\\":\\"PLANTED-ENV-main\\"}","quoted":"it is \\"PLANTED\\\\\\\\ENV\\\\\\"quotes\\"","kept":"yes"}},
			 "spec":{"containers":[{"name":"a","image":"i:1","command":["run","--password=PLANTED-ENV-main"],
			   "args":["$(PASSWORD)","PLANTED-ENV-key line of it"],
			   "env":[{"name":"PASSWORD","value":"PLANTED-ENV-main"},{"name":"MODE","value":"on"},{"name":"EMPTY","value":""},
			    {"name":"QUOTED","value":"PLANTED\\\\ENV\\"quotes"},{"name":"KEY","value":"begin\\nPLANTED-ENV-key line of it\\nend"},
			    {"name":"SECRET","valueFrom":{"secretKeyRef":{"name":"s","key":"k"}}},
			    {"name":"NODE","valueFrom":{"fieldRef":{"fieldPath":"spec.nodeName"}}}],
			   "envFrom":[{"prefix":"P_","secretRef":{"name":"all"}},{"configMapRef":{"name":"c"}}],
			   "ports":[{"name":"http","containerPort":8080,"protocol":"TCP"}],
			   "volumeMounts":[{"name":"v","mountPath":"/v","readOnly":true}],
			   "livenessProbe":{"httpGet":{"port":80,"httpHeaders":[{"name":"A","value":"PLANTED-HEADER-live"}]}},
			   "readinessProbe":{"httpGet":{"port":80,"httpHeaders":[{"name":"A","value":"PLANTED-HEADER-ready"}]}},
			   "startupProbe":{"httpGet":{"port":80,"httpHeaders":[{"name":"A","value":"PLANTED-HEADER-start"}]}},
			   "lifecycle":{"postStart":{"httpGet":{"port":80,"httpHeaders":[{"name":"A","value":"PLANTED-HEADER-post"}]}},
			    "preStop":{"httpGet":{"port":80,"httpHeaders":[{"name":"A","value":"PLANTED-HEADER-pre"}]}}}}],
			  "initContainers":[{"name":"b","env":[{"name":"X","value":"PLANTED-ENV-init"}]}],
			  "ephemeralContainers":[{"name":"c","env":[{"name":"X","value":"PLANTED-ENV-ephemeral"}]}],
			  "volumes":[{"name":"v","secret":{"secretName":"s"}},{"name":"w","emptyDir":{}}],
			  "tolerations":[{"operator":"Exists"},{"key":"k","operator":"Exists","effect":"NoExecute","tolerationSeconds":300}]},
			 "status":{"phase":"Running","message":"uses PLANTED-ENV-main",
			  "conditions":[{"type":"Ready","status":"False","message":"because PLANTED-ENV-init"}],
			  "containerStatuses":[{"name":"a","restartCount":1,"state":{"waiting":{"reason":"CreateContainerError",
			    "message":"no such file PLANTED-ENV-main"}},
			    "lastState":{"terminated":{"exitCode":1,"message":"last words PLANTED-ENV-main, PLANTED-WORDS"}}}],
			  "initContainerStatuses":[{"name":"b","restartCount":0,
			    "state":{"terminated":{"exitCode":0,"message":"done with PLANTED-ENV-init PLANTED-WORDS"}}}]}}""";

	private final ApiServer api = new ApiServer();

	private final KubernetesPods pods = new KubernetesPods(this.api.requests(), this.api.properties());

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void aPageOfPodsTellsNothingPlanted() {
		this.api.on("/api/v1/pods", 200,
				bytes("""
						{"kind":"PodList","apiVersion":"v1","metadata":{"resourceVersion":"9","continue":"more","remainingItemCount":1},
						"items":[%s,%s]}"""
					.formatted(POD, POD)));
		StepVerifier.create(this.pods.redacted(null, "app in (a)", "status.phase=Running", 2, null))
			.assertNext((page) -> {
				assertThat(page.next()).isEqualTo("more");
				String json = new String(page.json(), StandardCharsets.UTF_8);
				assertThat(json).doesNotContain("PLANTED-ENV", "PLANTED-HEADER", "PLANTED-WORDS", "ENV\\\\\"quotes");
				JsonNode list = JsonMapper.shared().readTree(json);
				assertThat(list.path("items")).hasSize(2);
				assertThat(list.path("metadata").path("remainingItemCount").asInt()).isEqualTo(1);
				JsonNode pod = list.path("items").path(0);
				assertThat(pod.at("/metadata/annotations")).hasToString("{\"kept\":\"yes\"}");
				assertThat(pod.at("/metadata/labels/app").asString()).isEqualTo("PLANTED-no-value-of-the-environment");
				assertThat(pod.at("/spec/containers/0/env/0"))
					.hasToString("{\"name\":\"PASSWORD\",\"value\":\"<withheld>\"}");
				assertThat(pod.at("/spec/containers/0/env/2/value").asString()).isEmpty();
				assertThat(pod.at("/spec/containers/0/command/1").asString()).isEqualTo("--password=<withheld>");
				assertThat(pod.at("/spec/containers/0/args/0").asString()).isEqualTo("$(PASSWORD)");
			})
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.api.asked()).containsExactly(
				"/api/v1/pods?labelSelector=app%20in%20%28a%29&fieldSelector=status.phase%3DRunning&limit=2");
	}

	@Test
	void whatWasRecordedStaysAsItIsOtherwise() {
		this.api.on("/api/v1/pods", 200, Recorded.bytes("pods.json"));
		StepVerifier.create(this.pods.redacted(null, null, null, 500, null)).assertNext((page) -> {
			String json = new String(page.json(), StandardCharsets.UTF_8);
			assertThat(json).doesNotContain("PLANTED");
			JsonNode redacted = JsonMapper.shared().readTree(json);
			JsonNode recorded = Recorded.json("pods.json");
			assertThat(redacted.path("items")).hasSameSizeAs(recorded.path("items"));
			for (int index = 0; index < recorded.path("items").size(); index++) {
				assertSameButForTexts(redacted.path("items").path(index), recorded.path("items").path(index));
			}
		}).expectComplete().verify(LIMIT);
	}

	private static void assertSameButForTexts(JsonNode redacted, JsonNode recorded) {
		for (JsonNode pod : List.of(redacted, recorded)) {
			((ObjectNode) pod.path("metadata")).remove("annotations");
			pod.findParents("value").forEach((parent) -> ((ObjectNode) parent).remove("value"));
			pod.findParents("message").forEach((parent) -> ((ObjectNode) parent).remove("message"));
			pod.findParents("args").forEach((parent) -> ((ObjectNode) parent).remove("args"));
		}
		assertThat(redacted).isEqualTo(recorded);
	}

	@Test
	void aPageThatIsTooLargeIsRefused() {
		try (ApiServer small = new ApiServer(Map.of("tgr.cluster.page", "50KB"))) {
			small.on("/api/v1/pods", 200, Recorded.bytes("pods.json"));
			StepVerifier
				.create(new KubernetesPods(small.requests(), small.properties()).redacted(null, null, null, 500, null))
				.expectErrorSatisfies((ex) -> KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.INVALID,
						"ask for fewer pods"))
				.verify(LIMIT);
		}
	}

	@Test
	void halfAPageIsNoPage() {
		this.api.on("/api/v1/pods", 200, bytes("{\"items\":[" + POD + ",{\"spec\":{\"env\":\"PLANTED-ENV"));
		StepVerifier.create(this.pods.redacted(null, null, null, 2, null)).expectErrorSatisfies((ex) -> {
			KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.UNREADABLE, "cannot be read");
			assertThat(ex).hasNoCause().hasMessageNotContaining("PLANTED");
		}).verify(LIMIT);
	}

	@Test
	void theDetailsTellNamesOnly() {
		DetailedPod pod = PodDetails.of(Recorded.read(POD, Pod.class));
		assertThat(pod.toString()).doesNotContain("PLANTED-ENV", "PLANTED-HEADER", "ENV\\\"quotes");
		assertThat(pod.message()).isEqualTo("uses <withheld>");
		assertThat(pod.lastWords()).containsExactly(new LastWords("b", false, "done with <withheld> PLANTED-WORDS"),
				new LastWords("a", true, "last words <withheld>, PLANTED-WORDS"));
		assertThat(pod.tolerations()).containsExactly("*", "k:NoExecute for 300s");
		assertThat(pod.volumes()).containsExactly(new PodVolume("v", "secret", "s"),
				new PodVolume("w", "emptyDir", null));
		DetailedContainer container = pod.containers().get(1);
		assertThat(container.name()).isEqualTo("a");
		assertThat(container.waitingMessage()).isEqualTo("no such file <withheld>");
		assertThat(container.ports()).containsExactly("http 8080/TCP");
		assertThat(container.mounts()).containsExactly(new DetailedContainer.Mount("v", "/v", true));
		assertThat(container.environment()).contains(
				new DetailedContainer.EnvironmentName("P_*", "secret", "all", null),
				new DetailedContainer.EnvironmentName("*", "configMap", "c", null),
				new DetailedContainer.EnvironmentName("PASSWORD", "value", null, null),
				new DetailedContainer.EnvironmentName("SECRET", "secret", "s", "k"),
				new DetailedContainer.EnvironmentName("NODE", "field", "spec.nodeName", null));
	}

	@Test
	void nothingPlantedIsInTheDetailsOfWhatWasRecorded() {
		assertThat(Recorded.pods().stream().map(PodDetails::of).toList().toString()).doesNotContain("PLANTED")
			.contains("LastWords[container=app, previous=false, message=probe: unknown command \"<withheld>\"]");
	}

	@Test
	void eventsAndLogsTellNothingPlanted() {
		this.api.on("/api/v1/namespaces/n/pods/planted", 200, bytes(POD))
			.on("/api/v1/namespaces/n/events", 200, bytes("""
					{"metadata":{},"items":[
					{"metadata":{},"reason":"Old","message":"x","lastTimestamp":"2026-01-01T00:00:00Z"},
					{"metadata":{},"type":"Warning","reason":"Failed","message":"exec: PLANTED-ENV-main: not found",
					 "source":{"component":"kubelet"},"lastTimestamp":"2026-01-01T01:00:00Z"}]}"""))
			.on("/api/v1/namespaces/n/pods/planted/log", 200,
					bytes("connects with PLANTED-ENV-main\nkey: PLANTED-ENV-key line of it\n"));
		StepVerifier.create(this.pods.events(PLANTED, "u"))
			.assertNext((event) -> assertThat(event).returns("exec: <withheld>", PodEvent::message)
				.returns("kubelet", PodEvent::reporter))
			.assertNext((event) -> assertThat(event.reason()).isEqualTo("Old"))
			.expectComplete()
			.verify(LIMIT);
		StepVerifier.create(this.pods.log(PLANTED, "a", true, 10, 1000))
			.expectNext(new LogTail(List.of("connects with <withheld>", "key: <withheld>"), false))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.api.asked()).anyMatch((uri) -> uri
			.startsWith("/api/v1/namespaces/n/pods/planted/log?container=a&previous=true&tailLines=10&limitBytes="));
	}

	// The kubelet expands a command, also by what comes from a Secret, which nobody here
	// knows.
	@Test
	void whatACommandWasExpandedToIsLeftOut() {
		String message = "exec: \\\"PLANTED-SECRET\\\": executable file not found in $PATH: unknown";
		String pod = POD.replace("no such file PLANTED-ENV-main", message)
			.replace("done with PLANTED-ENV-init PLANTED-WORDS", message);
		this.api.on("/api/v1/namespaces/n/pods/planted", 200, bytes(pod))
			.on("/api/v1/pods", 200, bytes("{\"metadata\":{},\"items\":[" + pod + "]}"))
			.on("/api/v1/namespaces/n/events", 200,
					bytes("{\"metadata\":{},\"items\":[{\"metadata\":{},\"message\":\"Error: " + message + "\"}]}"));
		StepVerifier.create(this.pods.events(PLANTED, "u"))
			.assertNext((event) -> assertThat(event.message())
				.isEqualTo("Error: exec: <withheld>: executable file not found in $PATH: unknown"))
			.expectComplete()
			.verify(LIMIT);
		assertThat(PodDetails.of(Recorded.read(pod, Pod.class)).toString()).doesNotContain("PLANTED-SECRET")
			.contains("waitingMessage=exec: <withheld>: executable file not found");
		StepVerifier.create(this.pods.redacted(null, null, null, 2, null))
			.assertNext((page) -> assertThat(new String(page.json(), StandardCharsets.UTF_8))
				.doesNotContain("PLANTED-SECRET")
				.contains("exec: <withheld>: executable file not found"))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void theNewestBytesOfALogAreKept() {
		this.api.on("/api/v1/namespaces/n/pods/planted", 200, bytes(POD))
			.on("/api/v1/namespaces/n/pods/planted/log", 200,
					bytes("0123456789\n".repeat(2000) + "PLANTED-ENV-main\nend\n"));
		StepVerifier.create(this.pods.log(PLANTED, null, false, 5000, 30))
			.expectNext(new LogTail(List.of("<withheld>", "end"), true))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void aLogThatIsNotThereSaysWhy() {
		this.api.on("/api/v1/namespaces/n/pods/planted", 200, bytes(POD))
			.on("/api/v1/namespaces/n/pods/planted/log", 400, Recorded.bytes("answers/bad-log-waiting.json"));
		StepVerifier.create(this.pods.log(PLANTED, null, false, 10, 1000))
			.expectErrorSatisfies(
					(ex) -> KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.INVALID, "waiting to start"))
			.verify(LIMIT);
	}

	@Test
	void withoutThePodNoLogIsReadThatCouldNotBeMasked() {
		this.api.on("/api/v1/namespaces/n/pods/planted", 403, Recorded.bytes("answers/forbidden-list-pods.json"))
			.on("/api/v1/namespaces/n/pods/planted/log", (request, response) -> Mono.error(new AssertionError()));
		StepVerifier.create(this.pods.log(PLANTED, null, false, 10, 1000)).expectErrorSatisfies((ex) -> {
			KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.NOT_ALLOWED, "forbidden");
			assertThat(((KubernetesException) ex).right())
				.isEqualTo(new Right("get", "", "pods", null, "n", "planted"));
		}).verify(LIMIT);
		assertThat(this.api.asked()).containsExactly("/api/v1/namespaces/n/pods/planted");
	}

	@Test
	void noSuchPod() {
		this.api.on("/api/v1/namespaces/n/pods/planted", 404, Recorded.bytes("answers/not-found-pod.json"));
		StepVerifier.create(this.pods.pod(PLANTED))
			.expectErrorSatisfies(
					(ex) -> KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.NOT_FOUND, "not found"))
			.verify(LIMIT);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
