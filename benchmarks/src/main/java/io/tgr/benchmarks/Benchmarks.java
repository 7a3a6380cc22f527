package io.tgr.benchmarks;

import java.io.IOException;
import java.util.List;

/**
 * Runs the benchmarks named, or all: starts the launcher's jar on its sandbox, measures,
 * prints Markdown.
 */
public final class Benchmarks {

	private static final List<String> ALL = List.of("recall", "throughput", "cold");

	private Benchmarks() {
	}

	public static void main(String[] args) throws IOException, InterruptedException {
		List<String> wanted = (args.length > 0) ? List.of(args) : ALL;
		for (String name : wanted) {
			if (!ALL.contains(name)) {
				throw new IllegalArgumentException("No benchmark '" + name + "': there are " + ALL);
			}
		}
		try (LauncherProcess tgr = LauncherProcess.start()) {
			tgr.awaitFirstSweep();
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
