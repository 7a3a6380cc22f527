package io.tgr.cluster.kubernetes;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.http.server.HttpServerResponse;
import reactor.test.StepVerifier;

import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

class KubernetesWatchesTests {

	private static final Duration LIMIT = Duration.ofSeconds(20);

	private static final String PATH = "/api/v1/pods";

	private final ApiServer api = new ApiServer(Map.of("tgr.cluster.watch-silence", "6s"));

	@AfterEach
	void stop() {
		this.api.close();
	}

	@Test
	void tellsWhatHappensInItsOrder() {
		this.api.on(PATH, (request, response) -> lines(response, event("ADDED", "one", 1), event("MODIFIED", "one", 2),
				bookmark(), event("DELETED", "one", 3)));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "0")))
			.assertNext((event) -> assertThat(event).returns(WatchEvent.Type.ADDED, WatchEvent::type)
				.returns("1", WatchEvent::resourceVersion)
				.extracting((added) -> name(added.object()))
				.isEqualTo("one"))
			.assertNext((event) -> assertThat(event.type()).isEqualTo(WatchEvent.Type.MODIFIED))
			.assertNext((event) -> assertThat(event)
				.isEqualTo(new WatchEvent<PodRow>(WatchEvent.Type.BOOKMARK, null, "7487")))
			.assertNext((event) -> assertThat(event.type()).isEqualTo(WatchEvent.Type.DELETED))
			.expectComplete()
			.verify(LIMIT);
		assertThat(this.api.asked()).singleElement()
			.asString()
			.contains("watch=true", "allowWatchBookmarks=true", "resourceVersion=0", "timeoutSeconds=");
	}

	@Test
	void tellsThatItIsOpenBeforeAnythingHappens() {
		this.api.on(PATH, (request, response) -> response.sendHeaders().then(Mono.never()));
		StepVerifier.create(this.api.watches().watch(Kind.PODS, null, "7"))
			.expectNext(new WatchEvent<PodRow>(WatchEvent.Type.BOOKMARK, null, "7"))
			.thenCancel()
			.verify(LIMIT);
	}

	@Test
	void readsWhatIsNotAscii() {
		this.api.on(PATH,
				(request, response) -> lines(response, event("ADDED", "größe-✓-𝄞", 1), event("ADDED", "ü", 2)));
		StepVerifier
			.create(changes(this.api.watches().watch(Kind.PODS, null, "0")).map((event) -> name(event.object())))
			.expectNext("größe-✓-𝄞", "ü")
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void oneNamespaceIsWatchedAlone() {
		this.api.on("/apis/apps/v1/namespaces/blue/replicasets", 403,
				Recorded.bytes("answers/forbidden-list-replicasets.json"));
		expect(changes(this.api.watches().watch(Kind.REPLICA_SETS, "blue", "7")), KubernetesFailure.NOT_ALLOWED,
				"replicasets.apps is forbidden");
	}

	@Test
	void goneAsAnEvent() {
		this.api.on(PATH, (request, response) -> lines(response, event("ADDED", "one", 1),
				Recorded.json("answers/expired-watch.json").toString(), event("ADDED", "two", 2)));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1")))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertFailure(ex, KubernetesFailure.GONE, "too old resource version"))
			.verify(LIMIT);
	}

	@Test
	void goneAsAStatus() {
		this.api.on(PATH, 410, Recorded.bytes("answers/expired-continue.json"));
		expect(changes(this.api.watches().watch(Kind.PODS, null, "1")), KubernetesFailure.GONE, "too old");
	}

	@Test
	void notAllowed() {
		this.api.on(PATH, 403, Recorded.bytes("answers/forbidden-watch-pods.json"));
		expect(changes(this.api.watches().watch(Kind.PODS, null, "1")), KubernetesFailure.NOT_ALLOWED,
				"cannot watch resource");
	}

	@Test
	void tooMuchToDo() {
		this.api.on(PATH,
				(request, response) -> response.status(429)
					.header("Retry-After", "7")
					.sendString(Mono.just("Too many requests, please try again later.\n")));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1"))).expectErrorSatisfies((ex) -> {
			assertFailure(ex, KubernetesFailure.UNAVAILABLE, "Too many requests");
			assertThat(((KubernetesException) ex).retryAfter()).isEqualTo(Duration.ofSeconds(7));
		}).verify(LIMIT);
	}

	@Test
	void cutOff() {
		this.api.on(PATH,
				(request, response) -> ApiServer.cut(response, event("ADDED", "one", 1) + "\n{\"type\":\"ADD"));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1")))
			.expectNextCount(1)
			.expectErrorSatisfies((ex) -> assertFailure(ex, KubernetesFailure.UNREACHABLE, "cannot be reached"))
			.verify(LIMIT);
	}

	@Test
	void nobodyThere() {
		this.api.stop();
		expect(changes(this.api.watches().watch(Kind.PODS, null, "1")), KubernetesFailure.UNREACHABLE,
				"connection refused");
	}

	@Test
	void silence() {
		try (ApiServer quiet = new ApiServer(Map.of("tgr.cluster.watch-silence", "400ms"))) {
			quiet.on(PATH, (request, response) -> response.sendHeaders().then(Mono.never()));
			expect(changes(quiet.watches().watch(Kind.PODS, null, "1")), KubernetesFailure.TIMEOUT, "said nothing");
		}
	}

	@Test
	void whatCannotBeReadIsNotQuoted() {
		this.api.on(PATH, (request, response) -> lines(response,
				"{\"type\":\"ADDED\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"spec\":\"PLANTED\"}}"));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1"))).expectErrorSatisfies((ex) -> {
			assertFailure(ex, KubernetesFailure.UNREADABLE, "cannot be read");
			assertThat(ex).hasNoCause().hasMessageNotContaining("PLANTED");
		}).verify(LIMIT);
	}

	@Test
	void cancelingClosesTheRequest() throws InterruptedException {
		CountDownLatch closed = new CountDownLatch(1);
		this.api.on(PATH, (request, response) -> {
			response.withConnection((connection) -> connection.onDispose(closed::countDown));
			return response.sendString(Flux.just(event("ADDED", "one", 1) + "\n").concatWith(Mono.never()));
		});
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1")))
			.expectNextCount(1)
			.thenCancel()
			.verify(LIMIT);
		assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
	}

	@Test
	void noMoreIsReadThanIsAskedFor() {
		int many = 200_000;
		AtomicInteger sent = new AtomicInteger();
		this.api.on(PATH,
				(request,
						response) -> response.sendString(Flux.range(1, many)
							.doOnNext((number) -> sent.set(number))
							.map((number) -> event("ADDED", "pod-" + number, number) + "\n")));
		StepVerifier.create(changes(this.api.watches().watch(Kind.PODS, null, "1")), 2)
			.expectNextCount(2)
			.expectNoEvent(Duration.ofMillis(600))
			.thenRequest(3)
			.expectNextCount(3)
			.thenCancel()
			.verify(LIMIT);
		assertThat(sent).hasValueLessThan(many);
	}

	@Test
	void manyEventsComeInOneGo() {
		String[] events = IntStream.rangeClosed(1, 5000)
			.mapToObj((number) -> event("MODIFIED", "one", number))
			.toArray(String[]::new);
		this.api.on(PATH, (request, response) -> lines(response, events));
		StepVerifier
			.create(changes(this.api.watches().watch(Kind.PODS, null, "1")).map(WatchEvent::resourceVersion).index())
			.thenConsumeWhile((version) -> String.valueOf(version.getT1() + 1).equals(version.getT2()))
			.expectComplete()
			.verify(LIMIT);
	}

	@Test
	void eventsAreWatchedShorterThanTheirSilence() {
		this.api.on("/api/v1/events", (request, response) -> lines(response));
		StepVerifier.create(changes(this.api.watches().watch(Kind.WARNINGS, null, "1"))).expectComplete().verify(LIMIT);
		assertThat(this.api.asked()).singleElement()
			.asString()
			.containsPattern("timeoutSeconds=[45]")
			.contains("fieldSelector=type%3DWarning%2CinvolvedObject.kind%3DPod");
	}

	private static <R> Flux<WatchEvent<R>> changes(Flux<WatchEvent<R>> watch) {
		return watch.skipUntil((event) -> event.type() != WatchEvent.Type.BOOKMARK);
	}

	private static void expect(Flux<?> watch, KubernetesFailure failure, String words) {
		StepVerifier.create(watch).expectErrorSatisfies((ex) -> assertFailure(ex, failure, words)).verify(LIMIT);
	}

	static void assertFailure(Throwable ex, KubernetesFailure failure, String words) {
		assertThat(ex).isInstanceOf(KubernetesException.class).hasMessageContaining(words);
		assertThat(((KubernetesException) ex).failure()).isEqualTo(failure);
	}

	private static String name(@Nullable PodRow row) {
		return Objects.requireNonNull(row).key().name();
	}

	private static Publisher<Void> lines(HttpServerResponse response, String... lines) {
		return response.sendString(Flux.fromArray(lines).map((line) -> line + "\n"), StandardCharsets.UTF_8);
	}

	private static String bookmark() {
		return new String(Recorded.bytes("answers/bookmark.txt"), StandardCharsets.UTF_8).strip();
	}

	private static String event(String type, String name, int version) {
		return ("{\"type\":\"%s\",\"object\":{\"kind\":\"Pod\",\"apiVersion\":\"v1\",\"metadata\":{\"name\":\"%s\","
				+ "\"namespace\":\"n\",\"uid\":\"u\",\"resourceVersion\":\"%d\"},\"spec\":{},\"status\":{}}}")
			.formatted(type, name, version);
	}

}
