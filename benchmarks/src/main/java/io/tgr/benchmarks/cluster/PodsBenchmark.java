package io.tgr.benchmarks.cluster;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The inspector with 10,000 pods: how soon it knows them, how fast it tells them, how
 * many changes a second it follows, and in what memory. The pods are written straight to
 * the API server of {@code KUBECONFIG}, and taken away again; {@code kubectl} and a plain
 * list through the API are the reference, in the same run.
 */
public final class PodsBenchmark {

	static final int PODS = 10_000;

	private static final int ROUNDS = 1_000;

	private static final int REFERENCE_ROUNDS = 30;

	private static final int CHANGES_A_SECOND = 500;

	private static final Duration CHANGING = Duration.ofSeconds(30);

	private static final Map<String, String> JSON = Map.of("Accept", "application/json");

	private final Report report = new Report();

	/**
	 * Runs it and prints what came out.
	 * @throws IOException if something cannot be reached
	 * @throws InterruptedException if the process is told to end
	 */
	public void run() throws IOException, InterruptedException {
		try (ApiServer api = ApiServer.ofKubeconfig()) {
			ManyPods pods = new ManyPods(api);
			try {
				this.report.line("%,d pods written in %.0f s", PODS, pods.create(PODS).toMillis() / 1000d);
				measure(api, pods);
			}
			finally {
				pods.remove();
			}
		}
	}

	private void measure(ApiServer api, ManyPods pods) throws IOException, InterruptedException {
		long started = System.nanoTime();
		try (InspectorProcess inspector = InspectorProcess.start(api.kubeconfig())) {
			Map<String, String> token = Map.of("Authorization", "Bearer " + pods.token());
			inspector.awaitPods(PODS, token);
			this.report.line(
					"All pods shown %.1f s after the start of the process; their list took %.1f s (target 15 s); memory %s",
					seconds(started), inspector.listSeconds(), inspector.memory());
			answers(api, inspector, token);
			changes(pods, inspector, token);
			this.report.line("%nMemory at the end: %s (target 256 MiB)", inspector.memory());
		}
	}

	private void answers(ApiServer api, InspectorProcess inspector, Map<String, String> token)
			throws IOException, InterruptedException {
		URI page = inspector.url("/pods?limit=500");
		Latencies warmUp = Latencies.of(ROUNDS, () -> inspector.get(page, token));
		Latencies ours = Latencies.of(ROUNDS, () -> inspector.get(page, token));
		Latencies table = Latencies.of(REFERENCE_ROUNDS, () -> inspector.everything(token));
		Latencies list = Latencies.of(REFERENCE_ROUNDS, () -> api.get("/api/v1/pods?limit=500", JSON));
		Latencies kubectl = Latencies.of(5, () -> api.kubectl("get", "pods", "-A", "-o", "wide"));
		this.report.table("question", "rounds", "median ms", "p99 ms");
		this.report.row("GET /pods?limit=500, the first " + ROUNDS, warmUp);
		this.report.row("GET /pods?limit=500 (target: p99 under 20 ms)", ours);
		this.report.row("the same through the API: a plain list of 500", list);
		this.report.row("GET /pods as text, all pages", table);
		this.report.row("kubectl get pods -A -o wide", kubectl);
		this.report.line("%nratios of the medians: list / GET /pods %.1f, kubectl / all pages %.1f",
				list.median() / ours.median(), kubectl.median() / table.median());
	}

	private void changes(ManyPods pods, InspectorProcess inspector, Map<String, String> token)
			throws IOException, InterruptedException {
		try (FollowedChanges followed = new FollowedChanges(inspector.url("/pods/stream"), token)) {
			followed.awaitPresent(PODS);
			Duration before = inspector.cpu();
			Changes written = pods.change(CHANGES_A_SECOND, CHANGING);
			followed.await(written, Duration.ofSeconds(30));
			Latencies lags = followed.lags(written);
			this.report.line(
					"%nChanges: %,d written in %.0f s (%.0f a second, asked for %d), of which %,d arrived,"
							+ " %,d more than once; from written to told: median %.0f ms, p99 %.0f ms, worst %.0f ms",
					written.count(), written.seconds(), written.rate(), CHANGES_A_SECOND, followed.arrived(written),
					followed.doubles(), lags.median(), lags.p99(), lags.worst());
			this.report.line(
					"The inspector took %.2f ms of a processor for each, stream and collection of garbage included",
					inspector.cpu().minus(before).toMillis() / (double) written.count());
		}
	}

	private static double seconds(long started) {
		return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started) / 1000d;
	}

}
