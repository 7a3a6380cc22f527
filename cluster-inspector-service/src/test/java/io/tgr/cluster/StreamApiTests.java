package io.tgr.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.pod.PodRow;
import io.tgr.cluster.watch.WatchedCluster;
import io.tgr.common.web.OpenStreams;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * {@code GET /pods/stream}.
 */
@ApiTest
class StreamApiTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@Autowired
	private OpenStreams streams;

	@LocalServerPort
	private int port;

	private ApiClient client;

	@BeforeEach
	void open(@Autowired WebTestClient webClient) {
		this.access.reset();
		this.cluster.heard();
		Shop.open(this.cluster);
		this.client = new ApiClient(webClient, ScriptedAccess.ADMIN);
	}

	@AfterEach
	void everythingEnds() {
		Flux.interval(Duration.ofMillis(20)).takeUntil((tick) -> this.streams.open() == 0).blockLast(PATIENCE);
	}

	@Test
	void tellsWhatIsThereAndThenWhatHappens() {
		PodRow fresh = PodBuilder.pod("shop", "fresh").row();
		StepVerifier.create(events("/pods/stream?namespace=shop", null))
			.assertNext(row("ADDED", "cart-7d9f-abcde", false))
			.assertNext(row("ADDED", "web-1", false))
			.assertNext(bookmark())
			.then(() -> this.cluster.put(fresh))
			.assertNext(row("ADDED", "fresh", true))
			.then(() -> this.cluster.put(PodBuilder.pod("shop", "fresh").status("Error").row()))
			.assertNext(row("MODIFIED", "fresh", true))
			.then(() -> this.cluster.put(PodBuilder.pod("b", "elsewhere").row()))
			.then(() -> this.cluster.remove(fresh))
			.assertNext(row("DELETED", "fresh", true))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void saysThatAPodMovesIntoAndOutOfTheSelection() {
		StepVerifier.create(events("/pods/stream?unhealthy=true&namespace=a", null))
			.assertNext(bookmark())
			.then(() -> this.cluster.put(PodBuilder.pod("a", "db-0").status("Error").row()))
			.assertNext(row("ADDED", "db-0", true))
			.then(() -> this.cluster.put(PodBuilder.pod("a", "db-0").status("CrashLoopBackOff").row()))
			.assertNext(row("MODIFIED", "db-0", true))
			.then(() -> this.cluster.put(PodBuilder.pod("a", "db-0").row()))
			.assertNext(row("DELETED", "db-0", true))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void goesOnWhereItWasLeft() {
		String id = lastId("/pods/stream?namespace=a");
		this.cluster.put(PodBuilder.pod("a", "late-1").row());
		this.cluster.put(PodBuilder.pod("a", "late-2").row());
		for (String uri : List.of("/pods/stream?namespace=a", "/pods/stream?namespace=a&lastEventId=" + id)) {
			StepVerifier.create(events(uri, (uri.contains("lastEventId")) ? null : id))
				.assertNext(row("ADDED", "late-1", true))
				.assertNext(row("ADDED", "late-2", true))
				.thenCancel()
				.verify(PATIENCE);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "0123abcd/7", "nonsense", "" })
	void beginsAgainWhereItCannotGoOn(String id) {
		StepVerifier.create(events("/pods/stream?namespace=a", id))
			.assertNext((event) -> assertThat(event).startsWith("event: RESET\n").doesNotContain("id:"))
			.assertNext(row("ADDED", "db-0", false))
			.assertNext(bookmark())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void beginsAgainForWhoFellBehind() {
		String id = lastId("/pods/stream?namespace=a");
		for (int i = 0; i < 100; i++) {
			this.cluster.put(PodBuilder.pod("a", "db-0").row());
		}
		StepVerifier.create(events("/pods/stream?namespace=a", id))
			.assertNext((event) -> assertThat(event).startsWith("event: RESET\n"))
			.assertNext(row("ADDED", "db-0", false))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void saysThatTheWatchIsLostAndBack() {
		StepVerifier.create(events("/pods/stream?namespace=b", null))
			.assertNext(row("ADDED", "waits", false))
			.assertNext(bookmark())
			.then(() -> this.cluster.lose(KubernetesFailure.UNREACHABLE, "Connection refused"))
			.assertNext((event) -> assertThat(event).startsWith("event: STALE\nid: ")
				.contains("\"reason\":\"unreachable\""))
			.then(this.cluster::heard)
			.assertNext((event) -> assertThat(event).startsWith("event: CURRENT\nid: ").contains("{\"stale\":null}"))
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void saysThatItLives() {
		StepVerifier.create(all("/pods/stream?namespace=none", null).filter((event) -> event.contains(": bookmark")))
			.assertNext(bookmark())
			.assertNext(bookmark())
			.assertNext(bookmark())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void endsWhenTheTokenIsNoLongerAccepted() {
		this.access.allow("viewer", Admission.LIST);
		StepVerifier.create(events("/pods/stream?namespace=b", null, "viewer"))
			.assertNext(row("ADDED", "waits", false))
			.assertNext(bookmark())
			.then(() -> this.access.forget("viewer"))
			.assertNext((event) -> assertThat(event).startsWith("event: ERROR\ndata: {")
				.contains("urn:tgr:problem:unauthenticated"))
			.expectComplete()
			.verify(PATIENCE);
	}

	@Test
	void beginsAgainWhenTheCallerMaySeeMore() {
		this.access.allow("viewer", Admission.LIST.in("a"));
		StepVerifier.create(events("/pods/stream", null, "viewer"))
			.assertNext(row("ADDED", "db-0", false))
			.assertNext(bookmark())
			.then(() -> this.access.allow("viewer", Admission.LIST.in("b")))
			.assertNext((event) -> assertThat(event).startsWith("event: RESET\n"))
			.assertNext(row("ADDED", "db-0", false))
			.assertNext(row("ADDED", "waits", false))
			.assertNext(bookmark())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void goesOnWhileTheApiCannotBeAsked() {
		int before = this.access.reviews;
		StepVerifier.create(events("/pods/stream?namespace=a", null))
			.assertNext(row("ADDED", "db-0", false))
			.assertNext(bookmark())
			.then(() -> this.access.failure = new KubernetesException(KubernetesFailure.UNREACHABLE, Admission.LIST,
					"Connection refused", null, null))
			.thenAwait(Duration.ofMillis(600))
			.then(() -> this.cluster.put(PodBuilder.pod("a", "still").row()))
			.assertNext(row("ADDED", "still", true))
			.thenCancel()
			.verify(PATIENCE);
		assertThat(this.access.reviews).isGreaterThan(before + 2);
	}

	@Test
	void isOnTheSamePathToo() {
		this.client.ask("/pods?namespace=b", "text/event-stream")
			.expectStatus()
			.isOk()
			.expectHeader()
			.contentTypeCompatibleWith(MediaType.TEXT_EVENT_STREAM)
			.returnResult(String.class)
			.getResponseBody()
			.take(1)
			.blockLast(PATIENCE);
	}

	@Test
	void letsOnlySoManyIn() {
		List<Disposable> open = new ArrayList<>();
		try {
			for (int i = 0; i < 3; i++) {
				open.add(all("/pods/stream", null).subscribe());
			}
			Flux.interval(Duration.ofMillis(20)).takeUntil((tick) -> this.streams.open() == 3).blockLast(PATIENCE);
			JsonNode problem = this.client.problem("/pods/stream", 503);
			assertThat(problem.get("type").asString()).isEqualTo("urn:tgr:problem:too-many-streams");
		}
		finally {
			open.forEach(Disposable::dispose);
		}
	}

	@Test
	void endsWithTheService() {
		StepVerifier.create(events("/pods/stream?namespace=b", null))
			.assertNext(row("ADDED", "waits", false))
			.assertNext(bookmark())
			.then(this.streams::stop)
			.expectComplete()
			.verify(PATIENCE);
		this.streams.start();
	}

	@ParameterizedTest
	@ValueSource(strings = { "limit=1", "continue=x", "sort=age", "status=" })
	void refusesWhatItCannotDo(String parameter) {
		assertThat(this.client.problem("/pods/stream?" + parameter, 400).get("parameter").asString())
			.isEqualTo(parameter.substring(0, parameter.indexOf('=')));
	}

	@Test
	void refusesBeforeItBegins() {
		this.client.as(null).problem("/pods/stream", 401);
		this.client.as("nobody").problem("/pods/stream", 403);
		this.client.problem("/pods/stream", "application/json", 406);
	}

	private String lastId(String uri) {
		String event = String
			.valueOf(events(uri, null).filter((text) -> text.contains("bookmark")).blockFirst(PATIENCE));
		return event.substring(event.indexOf("id: ") + 4).strip();
	}

	// Without what is not part of the story: the greeting and the heartbeats.
	private Flux<String> events(String uri, @Nullable String id) {
		return events(uri, id, ScriptedAccess.ADMIN);
	}

	private Flux<String> events(String uri, @Nullable String id, String user) {
		return new EventClient(this.port).follow(uri, id, user)
			.filter((event) -> !event.startsWith(": pods"))
			.distinctUntilChanged()
			.filter((event) -> !event.startsWith(": nothing"));
	}

	private Flux<String> all(String uri, @Nullable String id) {
		return new EventClient(this.port).follow(uri, id, ScriptedAccess.ADMIN);
	}

	private static Consumer<String> row(String type, String name, boolean identified) {
		return (event) -> {
			assertThat(event).startsWith("event: " + type + "\n");
			assertThat(event.contains("\nid: ")).as(event).isEqualTo(identified);
			JsonNode row = JsonMapper.shared().readTree(event.substring(event.indexOf("\ndata: ") + 7));
			assertThat(row.get("name").asString()).isEqualTo(name);
			assertThat(row.size()).isEqualTo(30);
		};
	}

	private static Consumer<String> bookmark() {
		return (event) -> assertThat(event).matches("(?s): bookmark (\\S+)\nid: \\1");
	}

}
