package io.tgr.sandbox.cluster.watch;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import io.fabric8.kubernetes.api.model.ListOptionsBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.Watcher;
import io.fabric8.kubernetes.client.WatcherException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.tgr.sandbox.cluster.ClusterClients;
import io.tgr.sandbox.cluster.ClusterSandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WatchTests {

	private final ClusterSandbox sandbox = ClusterSandbox.builder().empty().bookmarks(Duration.ofMillis(100)).start();

	private final KubernetesClient client = ClusterClients.fabric8(this.sandbox, null);

	private final BlockingQueue<String> seen = new LinkedBlockingQueue<>();

	@AfterEach
	void stop() {
		this.client.close();
		this.sandbox.close();
	}

	@Test
	void tellsChangesInOrder() throws InterruptedException {
		this.sandbox.put(ClusterClients.pod("shop", "old", "web"));
		String version = this.client.pods().inAnyNamespace().list().getMetadata().getResourceVersion();
		this.sandbox.put(ClusterClients.pod("shop", "before", "web"));
		watch(version, null);
		this.sandbox.put(ClusterClients.pod("shop", "new", "web"));
		this.sandbox.put(ClusterClients.pod("shop", "new", "cart"));
		this.sandbox.delete("Pod", "shop", "new");
		assertThat(next(4)).containsExactly("ADDED before", "ADDED new", "MODIFIED new", "DELETED new");
	}

	@Test
	void beginsWithAllThereAreWithoutAVersion() throws InterruptedException {
		this.sandbox.put(ClusterClients.pod("shop", "a", "web"));
		this.sandbox.put(ClusterClients.pod("shop", "b", "web"));
		watch("0", null);
		assertThat(next(2)).containsExactly("ADDED a", "ADDED b");
	}

	@Test
	void followsObjectsIntoASelectionAndOutOfIt() throws InterruptedException {
		watch(version(), "app=web");
		this.sandbox.put(ClusterClients.pod("shop", "a", "cart"));
		this.sandbox.put(ClusterClients.pod("shop", "a", "web"));
		this.sandbox.put(ClusterClients.pod("shop", "a", "cart"));
		this.sandbox.put(ClusterClients.pod("shop", "b", "web"));
		assertThat(next(3)).containsExactly("ADDED a", "DELETED a", "ADDED b");
	}

	@Test
	void tellsOfVersionsInBookmarks() {
		String version = version();
		List<JsonNode> events = lines("&allowWatchBookmarks=true&resourceVersion=" + version);
		assertThat(events).isNotEmpty().allSatisfy((event) -> {
			assertThat(event.path("type").asString()).isEqualTo("BOOKMARK");
			assertThat(event.at("/object/metadata/resourceVersion").asString()).isEqualTo(version);
		});
		assertThat(lines("&resourceVersion=" + version)).isEmpty();
	}

	@Test
	void ofAVersionTooOldIsAnError() {
		String version = version();
		this.sandbox.compact();
		List<JsonNode> events = lines("&resourceVersion=" + version);
		assertThat(events).hasSize(1);
		assertThat(events.get(0).path("type").asString()).isEqualTo("ERROR");
		assertThat(events.get(0).at("/object/code").asInt()).isEqualTo(410);
		assertThat(events.get(0).at("/object/message").asString())
			.startsWith("too old resource version: " + version + " (");
		assertThat(this.sandbox.openWatches()).isZero();
	}

	@Test
	void ofMoreThanIsRememberedIsAnErrorToo() {
		try (ClusterSandbox small = ClusterSandbox.builder().empty().history(3).start()) {
			for (int i = 0; i < 5; i++) {
				small.put(ClusterClients.pod("shop", "pod-" + i, "web"));
			}
			String path = "/api/v1/pods?watch=1&timeoutSeconds=1&resourceVersion=1";
			assertThat(ClusterClients.get(small, path, null).body()).startsWith("{\"type\":\"ERROR\"");
		}
	}

	@Test
	void cutOnDemandIsTakenUpWhereItEnded() throws InterruptedException {
		this.sandbox.put(ClusterClients.pod("shop", "a", "web"));
		watch(version(), null);
		await(1);
		this.sandbox.put(ClusterClients.pod("shop", "b", "web"));
		assertThat(next(1)).containsExactly("ADDED b");
		this.sandbox.dropWatches();
		this.sandbox.put(ClusterClients.pod("shop", "c", "web"));
		this.sandbox.put(ClusterClients.pod("shop", "d", "web"));
		assertThat(next(2)).containsExactly("ADDED c", "ADDED d");
		assertThat(this.sandbox.calls("watch /api/v1/pods")).isEqualTo(2);
	}

	@Test
	void cutInTheMiddleIsNotAnEnd() throws InterruptedException {
		Thread cutter = new Thread(() -> {
			await(1);
			this.sandbox.dropWatches();
		});
		cutter.start();
		assertThatIllegalStateException().isThrownBy(() -> lines("&timeoutSeconds=15"));
		cutter.join(Duration.ofSeconds(10).toMillis());
	}

	@Test
	void overAWebSocketFallsBackToHttp() throws InterruptedException {
		this.client.getConfiguration().setOnlyHttpWatches(false);
		watch(version(), null);
		this.sandbox.put(ClusterClients.pod("shop", "a", "web"));
		assertThat(next(1)).containsExactly("ADDED a");
	}

	@Test
	void canBeCutOverHttp() throws InterruptedException {
		watch(version(), null);
		await(1);
		var request = ClusterClients.request(this.sandbox, "/_sandbox/watches", null).DELETE().build();
		assertThat(ClusterClients.send(request).statusCode()).isEqualTo(204);
		this.sandbox.put(ClusterClients.pod("shop", "a", "web"));
		assertThat(next(1)).containsExactly("ADDED a");
		assertThat(this.sandbox.calls("watch /api/v1/pods")).isEqualTo(2);
	}

	private void watch(String version, @Nullable String selector) {
		var options = new ListOptionsBuilder().withResourceVersion(version).withLabelSelector(selector).build();
		this.client.pods().inAnyNamespace().watch(options, new Watcher<Pod>() {

			@Override
			public void eventReceived(Action action, Pod pod) {
				WatchTests.this.seen.add(action + " " + pod.getMetadata().getName());
			}

			@Override
			public boolean reconnecting() {
				return false;
			}

			@Override
			public void onClose(WatcherException cause) {
				WatchTests.this.seen.add("CLOSED");
			}

		});
	}

	private String version() {
		return this.client.pods().inAnyNamespace().list().getMetadata().getResourceVersion();
	}

	private List<String> next(int count) throws InterruptedException {
		List<String> events = new ArrayList<>();
		while (events.size() < count) {
			String event = this.seen.poll(10, TimeUnit.SECONDS);
			assertThat(event).as("after " + events).isNotNull();
			events.add(event);
		}
		return events;
	}

	private void await(int watches) {
		long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
		while (this.sandbox.openWatches() != watches && System.nanoTime() < end) {
			Thread.onSpinWait();
		}
		assertThat(this.sandbox.openWatches()).isEqualTo(watches);
	}

	private List<JsonNode> lines(String query) {
		String path = "/api/v1/pods?watch=true&timeoutSeconds=1" + query;
		return ClusterClients.get(this.sandbox, path.replace("timeoutSeconds=1&timeout", "timeout"), null)
			.body()
			.lines()
			.map((line) -> JsonMapper.shared().readTree(line))
			.toList();
	}

}
