package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

/**
 * Runs the benchmarks named, or all, and prints Markdown: those over HTTP on the
 * launcher's jar with its sandbox, the day on a faster time in this JVM.
 */
public final class Benchmarks {

	private static final String DAY = "day";

	private static final List<String> ALL = List.of("recall", "throughput", "cold", DAY);

	private Benchmarks() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		List<String> wanted = (args.length > 0) ? List.of(args) : ALL;
		for (String name : wanted) {
			if (!ALL.contains(name)) {
				throw new IllegalArgumentException("No benchmark '" + name + "': there are " + ALL);
			}
		}
		onLauncher(wanted.stream().filter((name) -> !DAY.equals(name)).toList());
		if (wanted.contains(DAY)) {
			System.out.println("\n## day\n");
			new DayBenchmark().run();
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
