package io.tgr.sandbox.cluster.store;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import io.tgr.sandbox.cluster.ClusterClients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ObjectStoreTests {

	private final Clock clock = Clock.fixed(Instant.parse("2026-11-22T12:00:00Z"), ZoneOffset.UTC);

	private final ObjectStore store = new ObjectStore(this.clock, 10);

	@Test
	void givesWhatIsMissing() {
		ObjectNode stored = this.store.put(pod("one", "web"));
		assertThat(stored.at("/metadata/creationTimestamp").asString()).isEqualTo("2026-11-22T12:00:00Z");
		assertThat(stored.at("/metadata/resourceVersion").asLong()).isEqualTo(this.store.version());
		assertThat(stored.propertyNames()).startsWith("kind", "apiVersion", "metadata");
	}

	@Test
	void nothingHappensIfNothingIsNew() {
		this.store.put(pod("one", "web"));
		long version = this.store.version();
		this.store.put(pod("one", "web"));
		assertThat(this.store.version()).isEqualTo(version);
	}

	@Test
	void goesBackToWhatWas() {
		this.store.put(pod("one", "web"));
		this.store.put(pod("two", "web"));
		long version = this.store.version();
		this.store.put(pod("one", "cart"));
		this.store.remove(ResourceType.PODS, new ObjectKey("shop", "two"));
		this.store.put(pod("three", "web"));
		assertThat(this.store.list(ResourceType.PODS, version).objects())
			.extracting((pod) -> pod.at("/metadata/name").asString() + " " + pod.at("/metadata/labels/app").asString())
			.containsExactly("one web", "two web");
	}

	@Test
	void forgetsTheOldest() {
		long version = this.store.version();
		for (int i = 0; i < 11; i++) {
			this.store.put(pod("pod-" + i, "web"));
		}
		assertThatExceptionOfType(VersionGoneException.class)
			.isThrownBy(() -> this.store.list(ResourceType.PODS, version));
	}

	@Test
	void tellsFollowersWhatHappenedMeanwhile() {
		long version = this.store.version();
		this.store.put(pod("one", "web"));
		List<Long> seen = new ArrayList<>();
		var following = this.store.follow(ResourceType.PODS, version, (change) -> seen.add(change.version()));
		this.store.put(pod("two", "web"));
		following.dispose();
		this.store.put(pod("three", "web"));
		assertThat(seen).containsExactly(version + 1, version + 2);
	}

	private static ObjectNode pod(String name, String app) {
		return (ObjectNode) JsonMapper.shared().readTree(ClusterClients.pod("shop", name, app));
	}

}
