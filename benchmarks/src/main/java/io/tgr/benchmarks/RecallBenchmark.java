package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How many of the true top 25 by stars gained {@code GET /trending?sort=gained} names
 * after the first sweep, a language and window; and what the sweep cost in GitHub calls.
 * Repositories without a real series are passed over on both sides: nobody knows their
 * truth. Whoever gained as much as the last of the best counts as one of them.
 */
final class RecallBenchmark {

	private static final List<Window> WINDOWS = List.of(new Window("daily", 1), new Window("weekly", 7),
			new Window("monthly", 30));

	private final LauncherProcess tgr;

	RecallBenchmark(LauncherProcess tgr) {
		this.tgr = tgr;
	}

	void run() throws IOException, InterruptedException {
		RealStars truth = RealStars.load();
		System.out.println("| language | daily | weekly | monthly |\n| --- | --- | --- | --- |");
		double[] sums = new double[WINDOWS.size()];
		List<String> languages = truth.mostCommonLanguages(30);
		for (String language : languages) {
			double[] recalls = row(language, truth);
			for (int i = 0; i < sums.length; i++) {
				sums[i] += recalls[i];
			}
		}
		print("mean of " + languages.size(), divide(sums, languages.size()));
		row(null, truth);
		System.out.println(
				"\nGitHub calls since the start: " + this.tgr.json(LauncherProcess.SANDBOX.resolve("/_sandbox/calls")));
	}

	private double[] row(@Nullable String language, RealStars truth) throws IOException, InterruptedException {
		double[] recalls = new double[WINDOWS.size()];
		for (int i = 0; i < recalls.length; i++) {
			Window window = WINDOWS.get(i);
			RealStars.Top top = truth.top(language, window.days(), 25);
			long found = named(language, window, truth).stream()
				.filter((name) -> truth.gained(name, window.days()) >= top.threshold())
				.count();
			recalls[i] = (top.size() > 0) ? Math.min(1, found / (double) top.size()) : 1;
		}
		print((language != null) ? language : "all languages", recalls);
		return recalls;
	}

	private List<String> named(@Nullable String language, Window window, RealStars truth)
			throws IOException, InterruptedException {
		String query = (language != null) ? "&language=" + URLEncoder.encode(language, StandardCharsets.UTF_8) : "";
		JsonNode answer = this.tgr.json(URI
			.create(LauncherProcess.TRENDING + "/trending?sort=gained&limit=100&window=" + window.name() + query));
		List<String> names = new ArrayList<>();
		for (JsonNode item : answer.path("items")) {
			String name = item.path("fullName").asString();
			if (truth.isMeasured(name, window.days())) {
				names.add(name);
			}
		}
		return names.subList(0, Math.min(25, names.size()));
	}

	private double[] divide(double[] sums, int count) {
		double[] means = sums.clone();
		for (int i = 0; i < means.length; i++) {
			means[i] /= count;
		}
		return means;
	}

	private void print(String label, double[] recalls) {
		System.out.printf(Locale.ROOT, "| %s | %.2f | %.2f | %.2f |%n", label, recalls[0], recalls[1], recalls[2]);
	}

	/**
	 * A window of the API.
	 *
	 * @param name its name in the API
	 * @param days how many complete days it spans
	 */
	private record Window(String name, int days) {

	}

}
