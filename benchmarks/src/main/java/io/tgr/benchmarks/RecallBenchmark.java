package io.tgr.benchmarks;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;

/**
 * The recall after the first sweep, a language and window; and what the sweep cost in
 * GitHub calls.
 */
final class RecallBenchmark {

	private final LauncherProcess tgr;

	RecallBenchmark(LauncherProcess tgr) {
		this.tgr = tgr;
	}

	void run() throws IOException, InterruptedException {
		RealStars truth = RealStars.load();
		Recall recall = new Recall(this.tgr.http(), this.tgr.trending(), (to) -> truth);
		System.out.println("| language | daily | weekly | monthly |\n| --- | --- | --- | --- |");
		List<String> languages = truth.mostCommonLanguages(30);
		for (String language : languages) {
			print(language, recall.of(language));
		}
		print("mean of " + languages.size(), recall.mean(languages));
		print(null, recall.of(null));
		System.out.println("\nGitHub calls since the start: "
				+ this.tgr.http().json(this.tgr.sandbox().resolve("/_sandbox/calls")));
	}

	private void print(@Nullable String label, double[] recalls) {
		System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", (label != null) ? label : "all languages",
				recalls[0], recalls[1], recalls[2]);
	}

}
