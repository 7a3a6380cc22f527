package io.tgr.cluster.kubernetes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.fabric8.kubernetes.api.model.Pod;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import io.tgr.cluster.pod.Owner;
import io.tgr.cluster.pod.Warning;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesListsTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private final ApiServer api = new ApiServer(Map.of("tgr.cluster.timeout", "5s", "tgr.cluster.chunk", "100"));

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void listsInParts() {
		this.api.on("/api/v1/pods", 200, Recorded.bytes("pods.json"));
		StepVerifier.create(this.api.lists().list(Kind.PODS, null, "a+b/c=")).assertNext((chunk) -> {
			assertThat(chunk.items()).hasSameSizeAs(Recorded.pods());
			assertThat(chunk.resourceVersion()).isEqualTo("11047");
			assertThat(chunk.next()).isNull();
			assertThat(chunk.remaining()).isNull();
		}).expectComplete().verify(LIMIT);
		assertThat(this.api.asked()).containsExactly("/api/v1/pods?limit=100&continue=a%2Bb%2Fc%3D");
		assertThat(this.api.headers().get(0).get("User-Agent")).isEqualTo("tgr-cluster-inspector");
		assertThat(this.api.headers().get(0).get("Authorization")).isEqualTo("Bearer t0ken");
	}

	@Test
	void tellsWhatComesNext() {
		this.api.on("/api/v1/namespaces/blue/pods", 200,
				bytes("{\"metadata\":{\"resourceVersion\":\"9\",\"continue\":\"next\",\"remainingItemCount\":3},"
						+ "\"items\":[]}"));
		StepVerifier.create(this.api.lists().list(Kind.PODS, "blue", null)).assertNext((chunk) -> {
			assertThat(chunk.next()).isEqualTo("next");
			assertThat(chunk.remaining()).isEqualTo(3);
		}).expectComplete().verify(LIMIT);
	}

	@Test
	void readsWhoManagesAReplicaSetAndAJob() {
		this.api.on("/apis/apps/v1/replicasets", 200, Recorded.bytes("replicasets.json"))
			.on("/apis/batch/v1/jobs", 200, Recorded.bytes("jobs.json"));
		StepVerifier.create(this.api.lists().list(Kind.REPLICA_SETS, null, null).flatMapIterable(Chunk::items))
			.assertNext((link) -> {
				assertThat(link.self()).returns("ReplicaSet", Owner::kind).returns(link.uid(), Owner::uid);
				assertThat(link.controller()).extracting(Owner::kind).isEqualTo("Deployment");
			})
			.thenConsumeWhile((link) -> true)
			.expectComplete()
			.verify(LIMIT);
		StepVerifier.create(this.api.lists().list(Kind.JOBS, null, null).flatMapIterable(Chunk::items).collectList())
			.assertNext((links) -> assertThat(links).extracting((link) -> link.self().kind()).containsOnly("Job"))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void readsWarningsOfOldRecordersAndOfNewOnes() {
		this.api.on("/api/v1/events", 200, bytes("""
				{"metadata":{},"items":[
				{"metadata":{"uid":"old"},"involvedObject":{"uid":"p"},"reason":"BackOff","message":"again ","count":12,
				 "firstTimestamp":"2026-01-01T00:00:00Z","lastTimestamp":"2026-01-01T01:00:00Z"},
				{"metadata":{"uid":"new","creationTimestamp":"2026-01-01T00:00:01Z"},"involvedObject":{"uid":"p"},
				 "reason":"FailedScheduling","message":"no node","eventTime":"2026-01-01T00:00:00.123456Z",
				 "firstTimestamp":null,"lastTimestamp":null,
				 "series":{"count":5,"lastObservedTime":"2026-01-01T02:00:00.654321Z"}},
				{"metadata":{"uid":"once"},"involvedObject":{"uid":"p"},"eventTime":"2026-01-01T00:00:00.5Z"},
				{"metadata":{"uid":"bare"},"involvedObject":{}}]}"""));
		StepVerifier.create(this.api.lists().list(Kind.WARNINGS, null, null).flatMapIterable(Chunk::items))
			.expectNext(new Warning("old", "p", "BackOff", "again", 12, Instant.parse("2026-01-01T00:00:00Z"),
					Instant.parse("2026-01-01T01:00:00Z")))
			.expectNext(new Warning("new", "p", "FailedScheduling", "no node", 5,
					Instant.parse("2026-01-01T00:00:00.123456Z"), Instant.parse("2026-01-01T02:00:00.654321Z")))
			.expectNext(new Warning("once", "p", "", "", 1, Instant.parse("2026-01-01T00:00:00.5Z"),
					Instant.parse("2026-01-01T00:00:00.5Z")))
			.expectNext(new Warning("bare", "", "", "", 1, null, null))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void anOldTokenIsGone() {
		this.api.on("/api/v1/pods", 410, Recorded.bytes("answers/expired-continue.json"));
		expect(KubernetesFailure.GONE, "The provided continue parameter is too old");
	}

	@Test
	void notAllowed() {
		this.api.on("/api/v1/pods", 403, Recorded.bytes("answers/forbidden-list-pods.json"));
		expect(KubernetesFailure.NOT_ALLOWED, "cannot list resource \"pods\"");
	}

	@Test
	void unknownCredentials() {
		this.api.on("/api/v1/pods", 401, Recorded.bytes("answers/unauthorized.json"));
		expect(KubernetesFailure.UNAUTHENTICATED, "Unauthorized");
	}

	@Test
	void noSuchResource() {
		expect(KubernetesFailure.NOT_FOUND, "404 page not found");
	}

	@Test
	void theServerSaysWhenToAskAgain() {
		this.api.on("/api/v1/pods", 504, Recorded.bytes("answers/too-large-resource-version.json"));
		StepVerifier.create(this.api.lists().list(Kind.PODS, null, null)).expectErrorSatisfies((ex) -> {
			KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.TIMEOUT, "Too large resource version");
			assertThat(((KubernetesException) ex).retryAfter()).isEqualTo(Duration.ofSeconds(1));
		}).verify(LIMIT);
	}

	@Test
	void noAnswer() {
		try (ApiServer slow = new ApiServer(Map.of("tgr.cluster.timeout", "400ms"))) {
			slow.on("/api/v1/pods", (request, response) -> Mono.never());
			expect(slow, KubernetesFailure.TIMEOUT, "did not answer in time");
		}
	}

	@Test
	void halfAnAnswer() {
		this.api.on("/api/v1/pods", (request, response) -> ApiServer.cut(response, "{\"metadata\":{}"));
		expect(KubernetesFailure.UNREACHABLE, "cannot be reached");
	}

	@Test
	void notEvenHttp() {
		this.api.stop();
		expect(KubernetesFailure.UNREACHABLE, "connection refused");
	}

	@Test
	void whatCannotBeReadIsNotQuoted() {
		this.api.on("/api/v1/pods", 200, bytes("{\"items\":[{\"spec\":{\"hostNetwork\":\"PLANTED\"}}]}"));
		StepVerifier.create(this.api.lists().list(Kind.PODS, null, null)).expectErrorSatisfies((ex) -> {
			KubernetesWatchesTests.assertFailure(ex, KubernetesFailure.UNREADABLE, "cannot be read");
			assertThat(ex).hasNoCause().hasMessageNotContaining("PLANTED");
		}).verify(LIMIT);
	}

	@Test
	void aLoginPageIsNotQuoted() {
		this.api.on("/api/v1/pods", 502, bytes("<html>bad gateway</html>"));
		expect(KubernetesFailure.UNAVAILABLE, "answers 502");
	}

	@Test
	void whatPodsHaveInCommonIsKeptOnce() {
		Pod pod = Recorded.pod("running");
		assertThat(PodRows.of(pod).labels()).isSameAs(PodRows.of(Recorded.pod("running")).labels());
		assertThat(PodRows.of(pod).settings()).isSameAs(PodRows.of(Recorded.pod("running")).settings());
	}

	private void expect(KubernetesFailure failure, String words) {
		expect(this.api, failure, words);
	}

	private static void expect(ApiServer api, KubernetesFailure failure, String words) {
		StepVerifier.create(api.lists().list(Kind.PODS, null, null))
			.expectErrorSatisfies((ex) -> KubernetesWatchesTests.assertFailure(ex, failure, words))
			.verify(LIMIT);
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
