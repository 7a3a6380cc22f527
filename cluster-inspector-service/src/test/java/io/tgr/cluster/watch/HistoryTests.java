package io.tgr.cluster.watch;

import java.time.Duration;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.Disposable;
import reactor.test.scheduler.VirtualTimeScheduler;

import io.tgr.cluster.kubernetes.KubernetesException;
import io.tgr.cluster.kubernetes.KubernetesFailure;
import io.tgr.cluster.pod.PodKey;
import io.tgr.cluster.pod.PodRow;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random histories with connections cut anywhere: whoever follows the changes ends with
 * the server's state, and sees nothing twice.
 */
class HistoryTests {

	private static final int HISTORIES = 40;

	private static final int STEPS = 400;

	@ParameterizedTest
	@ValueSource(ints = { 8, 64, 100_000 })
	void followersEndWithTheStateOfTheServer(int ring) throws InterruptedException {
		for (int seed = 0; seed < HISTORIES; seed++) {
			run(ring, new Random(seed), "seed " + seed);
		}
	}

	private void run(int ring, Random random, String seed) throws InterruptedException {
		VirtualTimeScheduler time = VirtualTimeScheduler.create();
		PodCache cache = new PodCache(WatchedCluster.properties(Map.of("tgr.cluster.changes", ring)));
		FakeApi api = new FakeApi();
		Follower eager = new Follower(cache, Long.MAX_VALUE);
		Follower slow = new Follower(cache, 1);
		Disposable loop = new ListWatch<>(api.source(Scope.CLUSTER), new PodKeeper(cache), Scope.CLUSTER, new Deaf(),
				new Backoff(random::nextDouble), time)
			.run()
			.subscribe();
		for (int step = 0; step < STEPS; step++) {
			happen(api, random);
			if (random.nextInt(4) == 0) {
				time.advanceTimeBy(Duration.ofMillis(random.nextInt(2000)));
			}
			if (random.nextInt(20) == 0) {
				slow.disconnect();
			}
			if (random.nextInt(4) == 0) {
				slow.more(random.nextInt(5));
			}
		}
		api.up();
		time.advanceTimeBy(Duration.ofMinutes(2));
		api.put("end", "end", "end");
		assertThat(cache.rows(null)).as(seed).containsExactlyElementsOf(api.pods.values());
		assertThat(eager.end()).as(seed).isEqualTo(api.pods);
		assertThat(slow.end()).as(seed).isEqualTo(api.pods);
		if (ring > STEPS * 10) {
			assertThat(eager.resets()).as(seed).isOne();
		}
		loop.dispose();
		time.dispose();
	}

	private static void happen(FakeApi api, Random random) {
		String namespace = "ns-" + random.nextInt(2);
		String name = "pod-" + random.nextInt(6);
		switch (random.nextInt(24)) {
			case 0 -> api.cut(null);
			case 1 -> api.cut(KubernetesFailure.UNREACHABLE);
			case 2 -> api.compact();
			case 3 -> api.bookmark();
			case 4 -> api.down(KubernetesFailure.TIMEOUT, null);
			case 5, 6 -> api.up();
			case 7 -> {
				api.compact();
				api.cut(KubernetesFailure.GONE);
			}
			case 8, 9, 10, 11 -> api.delete(namespace, name);
			case 12 -> {
				api.delete(namespace, name);
				api.put(namespace, name, "uid-" + random.nextInt(1_000_000));
			}
			default -> {
				PodRow known = api.pods.get(new PodKey(namespace, name));
				api.put(namespace, name, (known != null) ? known.uid() : "uid-" + random.nextInt(1_000_000));
			}
		}
	}

	private static final class Deaf implements WatchListener {

		@Override
		public void listed(Duration took) {
		}

		@Override
		public void heard() {
		}

		@Override
		public void failed(String call, KubernetesException failure) {
		}

	}

}
