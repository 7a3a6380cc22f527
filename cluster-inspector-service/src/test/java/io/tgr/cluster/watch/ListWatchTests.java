package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.publisher.TestPublisher;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.cluster.kubernetes.Chunk;
import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.kubernetes.Right;
import io.tgr.cluster.kubernetes.WatchEvent;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

class ListWatchTests {

	private final VirtualTimeScheduler time = VirtualTimeScheduler.create();

	private final PodCache cache = new PodCache(WatchedCluster.properties(Map.of()));

	private final FakeApi api = new FakeApi();

	private final List<String> heard = new ArrayList<>();

	private Disposable running = Disposables.disposed();

	@AfterEach
	void stop() {
		this.running.dispose();
		this.time.dispose();
	}

	@Test
	void listsInChunksAndWatchesFromThere() {
		for (int pod = 0; pod < 7; pod++) {
			this.api.put("shop", "pod-" + pod, "uid-" + pod);
		}
		start();
		assertThat(this.api.calls).containsExactly("list the whole cluster", "list the whole cluster 3",
				"list the whole cluster 6", "watch the whole cluster 107");
		assertThat(this.heard).containsExactly("listed");
		this.api.put("shop", "pod-7", "uid-7");
		this.api.delete("shop", "pod-0");
		assertCurrent();
	}

	@Test
	void nothingIsKnownBeforeTheLastChunk() {
		TestPublisher<Chunk<PodRow>> second = TestPublisher.create();
		PodRow first = WatchedCluster.pod("shop", "a", "1", 1);
		this.running = run(source(List.of(Mono.just(new Chunk<>(List.of(first), "more", "5", 1L)), second.mono())));
		assertThat(this.cache.size()).isZero();
		second.emit(new Chunk<>(List.of(WatchedCluster.pod("shop", "b", "2", 2)), null, "5", null));
		assertThat(this.cache.size()).isEqualTo(2);
		assertThat(this.api.calls).containsExactly("watch 5");
	}

	@Test
	void beginsTheListAgainWhenItsTokenHasExpired() {
		KubernetesException expired = new KubernetesException(KubernetesFailure.GONE, Right.to("list", "pods", null),
				"Expired", null, null);
		PodRow gone = WatchedCluster.pod("shop", "a", "1", 1);
		PodRow there = WatchedCluster.pod("shop", "b", "2", 6);
		this.running = run(source(List.of(Mono.just(new Chunk<>(List.of(gone), "more", "5", 1L)), Mono.error(expired),
				Mono.just(new Chunk<>(List.of(there), null, "8", null)))));
		assertThat(this.cache.rows(null)).containsExactly(there);
		assertThat(this.heard).containsExactly("list GONE", "listed");
		assertThat(this.api.calls).containsExactly("watch 8");
	}

	@Test
	void resumesAWatchThatEndsFromTheLastThingHeardAtOnce() {
		this.api.put("shop", "a", "1");
		start();
		this.time.advanceTimeBy(Duration.ofMinutes(5));
		this.api.put("shop", "a", "1");
		this.api.cut(null);
		assertThat(this.api.calls).containsExactly("list the whole cluster", "watch the whole cluster 101",
				"watch the whole cluster 102");
		assertThat(this.api.watches()).isOne();
		this.api.put("shop", "b", "2");
		assertCurrent();
	}

	@Test
	void bookmarksMoveTheVersionOn() {
		start();
		this.api.put("shop", "a", "1");
		this.api.delete("shop", "a");
		this.api.bookmark();
		this.api.compact();
		this.api.cut(KubernetesFailure.UNREACHABLE);
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertThat(this.api.calls.get(this.api.calls.size() - 1)).isEqualTo("watch the whole cluster 102");
	}

	@Test
	void watchThatEndsAtOnceIsNotOpenedAtOnce() {
		start();
		for (int turn = 0; turn < 100; turn++) {
			this.api.cut(null);
			this.time.advanceTimeBy(Duration.ofMillis(100));
		}
		assertThat(this.api.calls.size()).isLessThan(20);
	}

	@Test
	void resumesAfterAnErrorWithPauses() {
		start();
		this.api.down(KubernetesFailure.UNREACHABLE, null);
		assertThat(this.api.calls).hasSize(2);
		this.time.advanceTimeBy(Duration.ofMinutes(2));
		assertThat(this.api.calls.size()).isBetween(8, 20);
		assertThat(this.heard).startsWith("listed", "watch UNREACHABLE").doesNotContain("list UNREACHABLE");
		this.api.put("shop", "a", "1");
		this.api.up();
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertCurrent();
		assertThat(this.api.calls).filteredOn((call) -> call.startsWith("list")).hasSize(1);
	}

	@Test
	void doesNotComeBackBeforeItMay() {
		start();
		this.api.down(KubernetesFailure.UNAVAILABLE, Duration.ofSeconds(20));
		this.time.advanceTimeBy(Duration.ofMillis(19_999));
		assertThat(this.api.calls).hasSize(2);
		this.time.advanceTimeBy(Duration.ofSeconds(3));
		assertThat(this.api.calls).hasSize(3);
	}

	@Test
	void listsAgainWhenTheVersionIsGone() {
		this.api.put("shop", "stays", "1");
		this.api.put("shop", "goes", "2");
		start();
		this.api.down(KubernetesFailure.UNREACHABLE, null);
		this.api.delete("shop", "goes");
		this.api.put("shop", "comes", "3");
		this.api.compact();
		this.api.up();
		List<String> changes = new ArrayList<>();
		this.cache.changes().observe((change) -> changes.add(change.type().name()));
		this.time.advanceTimeBy(Duration.ofSeconds(2));
		assertCurrent();
		assertThat(changes).containsExactly("DELETED", "ADDED");
		assertThat(this.heard).containsExactly("listed", "watch UNREACHABLE", "watch GONE", "listed");
	}

	@Test
	void versionThatIsGoneAgainAndAgainIsNotListedWithoutPauses() {
		this.api.put("shop", "a", "1");
		start();
		this.api.compact();
		for (int turn = 0; turn < 100; turn++) {
			this.api.cut(KubernetesFailure.GONE);
			this.time.advanceTimeBy(Duration.ofMillis(50));
		}
		assertThat(this.api.calls.size()).isLessThan(20);
	}

	@Test
	void keepsTryingTheFirstList() {
		this.api.put("shop", "a", "1");
		this.api.down(KubernetesFailure.UNREACHABLE, null);
		start();
		this.time.advanceTimeBy(Duration.ofMinutes(1));
		assertThat(this.heard).contains("list UNREACHABLE").doesNotContain("listed");
		this.api.up();
		this.time.advanceTimeBy(Duration.ofSeconds(30));
		assertCurrent();
	}

	@Test
	void goesOnAfterAnErrorOfItsOwn() {
		this.api.put("shop", "a", "1");
		start();
		this.cache.changes().observe((change) -> {
			if (change.after() != null && change.after().key().name().equals("poison") && this.api.pods.size() == 2) {
				throw new IllegalStateException("a bug");
			}
		});
		this.api.put("shop", "poison", "2");
		this.api.put("shop", "b", "3");
		this.time.advanceTimeBy(Duration.ofSeconds(1));
		assertCurrent();
	}

	private void start() {
		this.running = run(this.api.source(Scope.CLUSTER));
	}

	private void assertCurrent() {
		assertThat(this.cache.rows(null)).containsExactlyElementsOf(this.api.pods.values());
	}

	private Disposable run(WatchSource<PodRow> source) {
		return new ListWatch<>(source, new PodKeeper(this.cache), Scope.CLUSTER, new Listener(), new Backoff(),
				this.time)
			.run()
			.subscribe();
	}

	private WatchSource<PodRow> source(List<Mono<Chunk<PodRow>>> chunks) {
		List<Mono<Chunk<PodRow>>> left = new ArrayList<>(chunks);
		return new WatchSource<>() {

			@Override
			public Mono<Chunk<PodRow>> list(@Nullable String token) {
				return left.remove(0);
			}

			@Override
			public Flux<WatchEvent<PodRow>> watch(String resourceVersion) {
				ListWatchTests.this.api.calls.add("watch " + resourceVersion);
				return Flux.never();
			}

		};
	}

	private final class Listener implements WatchListener {

		@Override
		public void listed(Duration took) {
			ListWatchTests.this.heard.add("listed");
		}

		@Override
		public void heard() {
		}

		@Override
		public void failed(String call, KubernetesException failure) {
			ListWatchTests.this.heard.add(call + " " + failure.failure());
		}

	}

}
