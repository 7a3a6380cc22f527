package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.tgr.benchmarks.cluster.PodsBenchmark;
import io.tgr.benchmarks.ranking.RankingBenchmark;
import io.tgr.benchmarks.store.StoreBenchmark;

/**
 * Runs the benchmarks named and prints Markdown: those over HTTP on the launcher's jar
 * with its sandbox, the day on a faster time in this JVM, the ranking on real days of the
 * past, and, only if named, one day, three or a month on a still faster time, which fail
 * when a promise is broken, and the pods on a real API server.
 */
public final class Benchmarks {

	private static final String DAY = "day";

	private static final String PODS = "pods";

	private static final String RANKING = "ranking";

	private static final String STORE = "store";

	private static final Map<String, Integer> DAYS = Map.of("trouble", 1, "days", 3, "month", 31);

	private static final List<String> DEFAULT = List.of("recall", "throughput", "cold", DAY, RANKING, STORE);

	private static final List<String> ALL = Stream.concat(DEFAULT.stream(), Stream.of("trouble", "days", "month", PODS))
		.toList();

	private Benchmarks() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		List<String> wanted = (args.length > 0) ? List.of(args) : DEFAULT;
		for (String name : wanted) {
			if (!ALL.contains(name)) {
				throw new IllegalArgumentException("No benchmark '" + name + "': there are " + ALL);
			}
		}
		onLauncher(wanted.stream()
			.filter((name) -> !Set.of(DAY, PODS, RANKING, STORE).contains(name) && !DAYS.containsKey(name))
			.toList());
		if (wanted.contains(DAY)) {
			System.out.println("\n## day\n");
			new DayBenchmark().run();
		}
		if (wanted.contains(RANKING)) {
			System.out.println("\n## ranking\n");
			new RankingBenchmark().run();
		}
		if (wanted.contains(STORE)) {
			System.out.println("\n## store\n");
			new StoreBenchmark().run();
		}
		boolean kept = true;
		for (String name : wanted) {
			Integer days = DAYS.get(name);
			if (days != null) {
				System.out.println("\n## " + name + "\n");
				kept &= new MonthBenchmark(days).run();
			}
		}
		if (wanted.contains(PODS)) {
			System.out.println("\n## pods\n");
			new PodsBenchmark().run();
		}
		if (!kept) {
			System.exit(1);
		}
	}

	private static void onLauncher(List<String> wanted) throws IOException, InterruptedException {
		if (wanted.isEmpty()) {
			return;
		}
		try (LauncherProcess tgr = LauncherProcess.start()) {
			Duration sweep = tgr.awaitFirstSweep();
			System.out.println("The first sweep was over " + sweep.toSeconds() + " s after the start.");
			for (String name : wanted) {
				System.out.println("\n## " + name + "\n");
				switch (name) {
					case "recall" -> new RecallBenchmark(tgr).run();
					case "throughput" -> new ThroughputBenchmark(tgr).run();
					default -> new ColdAnswerBenchmark(tgr).run();
				}
			}
		}
	}

}
