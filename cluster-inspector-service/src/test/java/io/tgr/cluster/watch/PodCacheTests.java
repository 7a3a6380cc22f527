package io.tgr.cluster.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

class PodCacheTests {

	private static final Scope SHOP = new Scope("shop");

	private final PodCache cache = new PodCache(WatchedCluster.properties(Map.of()));

	private final List<String> changes = new ArrayList<>();

	PodCacheTests() {
		this.cache.changes().observe((change) -> this.changes.add(text(change)));
	}

	@Test
	void rowsComeInOrderOfNamespaceAndName() {
		this.cache.replace(Scope.CLUSTER,
				List.of(WatchedCluster.pod("shop", "b", "1", 1), WatchedCluster.pod("shop-two", "a", "2", 2),
						WatchedCluster.pod("shop", "a", "3", 3), WatchedCluster.pod("bank", "z", "4", 4)));
		assertThat(names(null)).containsExactly("bank/z", "shop/a", "shop/b", "shop-two/a");
		assertThat(names(List.of("shop-two", "bank", "none"))).containsExactly("bank/z", "shop-two/a");
		assertThat(names(List.of("shop", "shop"))).containsExactly("shop/a", "shop/b");
		assertThat(this.cache.namespaces()).containsExactly("bank", "shop", "shop-two");
		assertThat(this.cache.size()).isEqualTo(4);
		assertThat(this.cache.find(new PodKey("shop", "b"))).isEqualTo(WatchedCluster.pod("shop", "b", "1", 1));
		assertThat(this.cache.find(new PodKey("shop", "c"))).isNull();
	}

	@Test
	void anotherListTellsOnlyTheDifference() {
		this.cache.replace(Scope.CLUSTER, List.of(WatchedCluster.pod("shop", "a", "1", 1),
				WatchedCluster.pod("shop", "b", "2", 2), WatchedCluster.pod("shop", "c", "3", 3)));
		this.changes.clear();
		this.cache.replace(Scope.CLUSTER, List.of(WatchedCluster.pod("shop", "a", "1", 1),
				WatchedCluster.pod("shop", "c", "3", 9), WatchedCluster.pod("shop", "d", "4", 8)));
		assertThat(this.changes).containsExactly("DELETED shop/b 2@2", "MODIFIED shop/c 3@3 3@9", "ADDED shop/d 4@8");
	}

	@Test
	void listOfOneNamespaceLeavesTheOthersAlone() {
		this.cache.replace(Scope.CLUSTER,
				List.of(WatchedCluster.pod("shop", "a", "1", 1), WatchedCluster.pod("shop-two", "a", "2", 2)));
		this.changes.clear();
		this.cache.replace(SHOP, List.of());
		assertThat(this.changes).containsExactly("DELETED shop/a 1@1");
	}

	@Test
	void listIsBelievedEvenIfItsVersionsHaveGoneBack() {
		this.cache.put(WatchedCluster.pod("shop", "a", "1", 10));
		this.cache.replace(SHOP, List.of(WatchedCluster.pod("shop", "a", "1", 7)));
		assertThat(this.changes).containsExactly("ADDED shop/a 1@10", "MODIFIED shop/a 1@10 1@7");
	}

	@Test
	void eventOlderThanWhatIsKnownIsNotApplied() {
		this.cache.put(WatchedCluster.pod("shop", "a", "1", 10));
		this.cache.put(WatchedCluster.pod("shop", "a", "1", 10));
		this.cache.put(WatchedCluster.pod("shop", "a", "1", 9));
		assertThat(this.changes).containsExactly("ADDED shop/a 1@10");
	}

	@Test
	void podOfTheSameNameIsAnotherPod() {
		this.cache.put(WatchedCluster.pod("shop", "a", "old", 10));
		this.cache.put(WatchedCluster.pod("shop", "a", "new", 12));
		this.cache.remove(WatchedCluster.pod("shop", "a", "old", 11));
		assertThat(this.changes).containsExactly("ADDED shop/a old@10", "DELETED shop/a old@10", "ADDED shop/a new@12");
		assertThat(this.cache.size()).isOne();
	}

	@Test
	void podGoesOnce() {
		this.cache.put(WatchedCluster.pod("shop", "a", "1", 10));
		this.cache.remove(WatchedCluster.pod("shop", "a", "1", 11));
		this.cache.remove(WatchedCluster.pod("shop", "a", "1", 11));
		assertThat(this.changes).containsExactly("ADDED shop/a 1@10", "DELETED shop/a 1@10");
	}

	@Test
	void rowsOutOfSightAreDropped() {
		this.cache.replace(Scope.CLUSTER,
				List.of(WatchedCluster.pod("bank", "a", "1", 1), WatchedCluster.pod("shop", "a", "2", 2)));
		this.changes.clear();
		this.cache.retain(Set.of(SHOP, new Scope("empty")));
		assertThat(this.changes).containsExactly("DELETED bank/a 1@1");
		assertThat(this.cache.namespaces()).containsExactly("empty", "shop");
		this.cache.retain(Set.of());
		assertThat(this.cache.size()).isZero();
	}

	private List<String> names(@Nullable List<String> namespaces) {
		return this.cache.rows(namespaces).map((row) -> row.key().toString()).toList();
	}

	private static String text(PodChange change) {
		StringBuilder text = new StringBuilder(change.type().name());
		PodRow row = Objects.requireNonNull((change.after() != null) ? change.after() : change.before());
		text.append(' ').append(row.key());
		if (change.before() != null) {
			text.append(' ').append(change.before().uid()).append('@').append(change.before().resourceVersion());
		}
		if (change.after() != null) {
			text.append(' ').append(change.after().uid()).append('@').append(change.after().resourceVersion());
		}
		return text.toString();
	}

}
