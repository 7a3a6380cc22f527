package io.tgr.benchmarks.cluster;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

import io.fabric8.kubernetes.api.model.NamespaceBuilder;
import io.fabric8.kubernetes.api.model.NodeBuilder;
import io.fabric8.kubernetes.api.model.Pod;
import io.fabric8.kubernetes.api.model.ServiceAccountBuilder;
import io.fabric8.kubernetes.api.model.authentication.TokenRequestBuilder;
import io.fabric8.kubernetes.api.model.rbac.ClusterRoleBindingBuilder;
import io.fabric8.kubernetes.client.KubernetesClient;
import io.fabric8.kubernetes.client.dsl.base.PatchContext;
import io.fabric8.kubernetes.client.dsl.base.PatchType;
import org.jspecify.annotations.Nullable;

/**
 * Thousands of pods that no kubelet runs: bound to nodes that are only objects, with a
 * status written straight to the API server.
 */
final class ManyPods {

	private static final String LABEL = "tgr.io/benchmark";

	private static final String PREFIX = "bench-";

	private static final int NAMESPACES = 20;

	private static final int NODES = 10;

	private static final int AT_ONCE = 16;

	private final ApiServer api;

	private int count;

	ManyPods(ApiServer api) {
		this.api = api;
	}

	private KubernetesClient client() {
		return this.api.client();
	}

	Duration create(int wanted) throws InterruptedException {
		IntStream.range(0, NODES).forEach(this::createNode);
		IntStream.range(0, NAMESPACES).forEach(this::createNamespace);
		for (int namespace = 0; namespace < NAMESPACES; namespace++) {
			client().serviceAccounts()
				.inNamespace(namespace(namespace))
				.withName("default")
				.waitUntilCondition((account) -> account != null, 30, TimeUnit.SECONDS);
		}
		this.count = wanted;
		long started = System.nanoTime();
		sideBySide(wanted, this::createPod);
		return Duration.ofNanos(System.nanoTime() - started);
	}

	private void createNode(int number) {
		client()
			.resource(new NodeBuilder().withNewMetadata()
				.withName(PREFIX + "node-" + number)
				.addToLabels(LABEL, "true")
				.endMetadata()
				.build())
			.createOr((node) -> node.update());
	}

	private void createNamespace(int number) {
		client()
			.resource(new NamespaceBuilder().withNewMetadata()
				.withName(namespace(number))
				.addToLabels(LABEL, "true")
				.endMetadata()
				.build())
			.createOr((namespace) -> namespace.update());
	}

	private void createPod(int number) {
		Pod pod = PodTemplate.pod(name(number), namespace(number % NAMESPACES), PREFIX + "node-" + number % NODES,
				Map.of(LABEL, "true", "app", "app-" + number % 200, "pod-template-hash", "5d9c7b6f4"));
		client().resource(pod).create();
		pod.setStatus(PodTemplate.running(number));
		client().resource(pod).patchStatus();
	}

	/**
	 * Changes pods, one after the other, at a steady pace.
	 * @param aSecond how many a second
	 * @param during for how long
	 * @return what was written
	 */
	Changes change(int aSecond, Duration during) throws InterruptedException {
		int changes = Math.toIntExact(aSecond * during.toSeconds());
		Map<Integer, Long> writtenAt = new ConcurrentHashMap<>();
		long started = System.nanoTime();
		sideBySide(changes, (change) -> {
			long due = started + TimeUnit.SECONDS.toNanos(change) / aSecond;
			sleepUntil(due);
			int mark = 1_000_000 + change;
			changePod(change % this.count, mark);
			writtenAt.put(mark, System.nanoTime());
		});
		return new Changes(Map.copyOf(writtenAt), (System.nanoTime() - started) / 1e9);
	}

	private void changePod(int number, int mark) {
		client().pods()
			.inNamespace(namespace(number % NAMESPACES))
			.withName(name(number))
			.subresource("status")
			.patch(PatchContext.of(PatchType.JSON),
					"[{\"op\":\"replace\",\"path\":\"/status/containerStatuses/0/restartCount\",\"value\":%d}]"
						.formatted(mark));
	}

	private static void sleepUntil(long due) {
		try {
			TimeUnit.NANOSECONDS.sleep(Math.max(0, due - System.nanoTime()));
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/**
	 * A token of an account that may list all pods.
	 * @return the token
	 */
	String token() {
		String home = namespace(0);
		client()
			.resource(new ServiceAccountBuilder().withNewMetadata()
				.withName("viewer")
				.withNamespace(home)
				.endMetadata()
				.build())
			.createOr((account) -> account.update());
		client()
			.resource(new ClusterRoleBindingBuilder().withNewMetadata()
				.withName(PREFIX + "viewer")
				.endMetadata()
				.withNewRoleRef("rbac.authorization.k8s.io", "ClusterRole", "view")
				.addNewSubject(null, "ServiceAccount", "viewer", home)
				.build())
			.createOr((binding) -> binding.update());
		return client().serviceAccounts()
			.inNamespace(home)
			.withName("viewer")
			.tokenRequest(new TokenRequestBuilder().withNewSpec().withExpirationSeconds(3600L).endSpec().build())
			.getStatus()
			.getToken();
	}

	void remove() throws InterruptedException {
		sideBySide(NAMESPACES, (number) -> client().pods().inNamespace(namespace(number)).withGracePeriod(0).delete());
		client().rbac().clusterRoleBindings().withName(PREFIX + "viewer").delete();
		client().namespaces().withLabel(LABEL).delete();
		client().nodes().withLabel(LABEL).delete();
	}

	private static String namespace(int number) {
		return "%s%02d".formatted(PREFIX, number);
	}

	private static String name(int number) {
		return "app-%d-5d9c7b6f4-%05d".formatted(number % 200, number);
	}

	private static void sideBySide(int times, IntConsumer work) throws InterruptedException {
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
		Semaphore room = new Semaphore(AT_ONCE);
		AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();
		try {
			for (int number = 0; number < times && failure.get() == null; number++) {
				int present = number;
				room.acquire();
				threads.execute(() -> {
					try {
						work.accept(present);
					}
					catch (RuntimeException ex) {
						failure.compareAndSet(null, ex);
					}
					finally {
						room.release();
					}
				});
			}
		}
		finally {
			threads.shutdown();
			threads.awaitTermination(60, TimeUnit.SECONDS);
		}
		RuntimeException failed = failure.get();
		if (failed != null) {
			throw failed;
		}
	}

}
