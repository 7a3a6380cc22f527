package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

import io.tgr.cluster.watch.PodChange.Type;

import static org.assertj.core.api.Assertions.assertThat;

class PodChangesTests {

	private static final Duration TIMEOUT = Duration.ofSeconds(5);

	private final PodCache cache = new PodCache(WatchedCluster.properties(Map.of("tgr.cluster.changes", 4)));

	private final PodChanges changes = this.cache.changes();

	@Test
	void beginsWithThePresentRows() {
		put(1);
		put(2);
		StepVerifier.create(follow(null))
			.expectNext("RESET", "ADDED 1", "ADDED 2", "BOOKMARK")
			.then(() -> put(3))
			.expectNext("ADDED 3")
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void goesOnFromAPosition() {
		put(1);
		Position position = this.changes.head();
		put(2);
		put(3);
		StepVerifier.create(follow(position)).expectNext("ADDED 2", "ADDED 3").thenCancel().verify(TIMEOUT);
		StepVerifier.create(follow(Position.parse(position.toString())))
			.expectNext("ADDED 2", "ADDED 3")
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void waitsForNews() {
		put(1);
		StepVerifier.create(follow(this.changes.head()))
			.expectSubscription()
			.expectNoEvent(Duration.ofMillis(50))
			.then(() -> put(2))
			.expectNext("ADDED 2")
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void beginsAgainWhereThePositionIsNotKnown() {
		put(1);
		Position old = this.changes.head();
		for (int version = 2; version <= 6; version++) {
			put(version);
		}
		Position another = new Position("another", old.sequence());
		Position future = new Position(old.process(), 99);
		for (Position position : new Position[] { old, another, future, new Position(old.process(), -1) }) {
			StepVerifier.create(follow(position)).expectNext("RESET", "ADDED 1").thenCancel().verify(TIMEOUT);
		}
		assertThat(Position.parse("forged")).isNull();
		assertThat(Position.parse("a/99999999999999999999")).isNull();
	}

	@Test
	void disconnectionAmongThePresentRowsMeansToBeginAgain() {
		put(1);
		put(2);
		PodChange first = Objects.requireNonNull(this.changes.after(null).skip(1).blockFirst(TIMEOUT));
		assertThat(first.type()).isEqualTo(Type.ADDED);
		StepVerifier.create(follow(Position.parse(first.position().toString())))
			.expectNext("RESET", "ADDED 1", "ADDED 2", "BOOKMARK")
			.thenCancel()
			.verify(TIMEOUT);
		PodChange bookmark = Objects.requireNonNull(this.changes.after(null).skip(3).blockFirst(TIMEOUT));
		assertThat(bookmark.position()).isEqualTo(this.changes.head());
	}

	@Test
	void whoIsTooSlowBeginsAgain() {
		StepVerifier.create(follow(this.changes.head()), 1).then(() -> put(1)).expectNext("ADDED 1").then(() -> {
			for (int version = 2; version <= 9; version++) {
				put(version);
			}
		})
			.thenRequest(Long.MAX_VALUE)
			.recordWith(ArrayList::new)
			.thenConsumeWhile((text) -> !text.equals("BOOKMARK"))
			.consumeRecordedWith((seen) -> assertThat(seen).containsSubsequence("RESET", "ADDED 1", "ADDED 9"))
			.thenCancel()
			.verify(TIMEOUT);
		assertThat(this.changes.resets()).isOne();
		assertThat(this.changes.followers()).isZero();
	}

	@Test
	void tellsWhetherTheRowsAreCurrent() {
		put(1);
		Position position = this.changes.head();
		this.changes.stale(true);
		this.changes.stale(true);
		StepVerifier.create(follow(null))
			.expectNext("RESET", "ADDED 1", "STALE", "BOOKMARK")
			.then(() -> this.changes.stale(false))
			.expectNext("CURRENT")
			.thenCancel()
			.verify(TIMEOUT);
		StepVerifier.create(follow(position)).expectNext("STALE", "CURRENT").thenCancel().verify(TIMEOUT);
	}

	@Test
	void tellsHowFarTheSlowestIsBehind() {
		StepVerifier.create(follow(this.changes.head()), 0).then(() -> {
			put(1);
			put(2);
			assertThat(this.changes.lag()).isBetween(1L, 2L);
			assertThat(this.changes.followers()).isOne();
		}).thenCancel().verify(TIMEOUT);
		assertThat(this.changes.lag()).isZero();
	}

	private void put(int version) {
		this.cache.put(WatchedCluster.pod("shop", "pod-" + version, "uid-" + version, version));
	}

	private Flux<String> follow(@Nullable Position position) {
		return this.changes.after(position)
			.map((change) -> (change.after() != null) ? change.type() + " " + change.after().resourceVersion()
					: change.type().name());
	}

}
