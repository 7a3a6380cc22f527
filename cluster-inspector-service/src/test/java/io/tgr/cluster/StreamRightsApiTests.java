package io.tgr.cluster;

import java.time.Duration;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.tgr.cluster.access.ScriptedAccess;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.watch.WatchedCluster;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Whom {@code GET /pods/stream} tells what.
 */
@ApiTest
class StreamRightsApiTests {

	private static final Duration PATIENCE = Duration.ofSeconds(10);

	@Autowired
	private WatchedCluster cluster;

	@Autowired
	private ScriptedAccess access;

	@LocalServerPort
	private int port;

	@BeforeEach
	void open() {
		this.access.reset();
		this.cluster.heard();
		Shop.open(this.cluster);
	}

	@Test
	void beginsAgainForWhoComesBackAndSeesOthers() {
		this.access.allow("viewer", Admission.LIST.in("a"), Admission.LIST.in("b"));
		String id = lastId();
		StepVerifier.create(events(id).filter((event) -> event.startsWith("event: RESET")))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(500))
			.thenCancel()
			.verify(PATIENCE);
		this.access.reset();
		this.access.allow("viewer", Admission.LIST.in("a"));
		StepVerifier.create(events(id))
			.assertNext((event) -> assertThat(event).startsWith("event: RESET\n"))
			.assertNext(added("db-0"))
			.assertNext(bookmark())
			.thenCancel()
			.verify(PATIENCE);
	}

	@Test
	void saysNoMoreThanThatNamespacesOfOthersAreLost() {
		this.cluster.withdraw();
		this.cluster.listedIn("a", Shop.DB);
		this.cluster.listedIn("b", Shop.WAITING);
		this.access.allow("viewer", Admission.LIST.in("a"));
		StepVerifier.create(events(null))
			.assertNext(added("db-0"))
			.assertNext(bookmark())
			.then(() -> this.cluster.loseIn("b", KubernetesFailure.NOT_ALLOWED, "forbidden in the namespace b"))
			.assertNext((event) -> assertThat(event).startsWith("event: STALE\n")
				.contains("not-allowed")
				.doesNotContain("namespace b"))
			.thenCancel()
			.verify(PATIENCE);
		this.cluster.withdraw();
	}

	private String lastId() {
		String event = String.valueOf(events(null).filter((text) -> text.contains("bookmark")).blockFirst(PATIENCE));
		return event.substring(event.indexOf("id: ") + 4).strip();
	}

	private Flux<String> events(@Nullable String id) {
		return new EventClient(this.port).follow("/pods/stream", id, "viewer")
			.filter((event) -> !event.startsWith(": pods"))
			.distinctUntilChanged()
			.filter((event) -> !event.startsWith(": nothing"));
	}

	private static Consumer<String> added(String name) {
		return (event) -> assertThat(event).startsWith("event: ADDED\n").contains("\"name\":\"" + name + "\"");
	}

	private static Consumer<String> bookmark() {
		return (event) -> assertThat(event).matches("(?s): bookmark (\\S+)\nid: \\1");
	}

}
