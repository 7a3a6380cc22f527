package io.tgr.benchmarks;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.JsonNode;

import io.tgr.trending.language.Language;
import io.tgr.trending.language.Languages;

/**
 * Time to the first answer for a language that nobody asked for, with GitHub at 50 ms a
 * call, against one search and then one call a repository, one after the other, as the
 * workshop's app did it.
 */
final class ColdAnswerBenchmark {

	private static final int MILLIS_A_CALL = 50;

	private static final int QUESTIONS = 7;

	private static final int MEASURED = 30;

	private final LauncherProcess tgr;

	ColdAnswerBenchmark(LauncherProcess tgr) {
		this.tgr = tgr;
	}

	void run() throws IOException, InterruptedException {
		this.tgr.http()
			.send("PUT", this.tgr.sandbox().resolve("/_sandbox/latency"),
					"{\"path\":\"/**\",\"millis\":" + MILLIS_A_CALL + "}");
		try {
			double reference = sequential(25);
			System.out.printf("GitHub at %d ms a call; one call after the other for 25 repositories: %.2f s%n%n",
					MILLIS_A_CALL, reference);
			System.out
				.println("| language | first answer s | rows | of the sequential time |\n| --- | --- | --- | --- |");
			List<String> languages = neverAskedFor();
			double[] seconds = new double[languages.size()];
			for (int i = 0; i < seconds.length; i++) {
				seconds[i] = cold(languages.get(i), reference);
			}
			Arrays.sort(seconds);
			System.out.printf("%nmedian %.2f s, worst %.2f s%n", seconds[seconds.length / 2],
					seconds[seconds.length - 1]);
		}
		finally {
			this.tgr.http().send("DELETE", this.tgr.sandbox().resolve("/_sandbox/latency"), "");
		}
	}

	// Neither swept unasked nor asked for by the recall benchmark.
	private static List<String> neverAskedFor() throws IOException {
		Set<String> swept = new Languages().byShare(MEASURED).stream().map(Language::name).collect(Collectors.toSet());
		return RealStars.load()
			.mostCommonLanguages(3 * MEASURED)
			.stream()
			.skip(MEASURED)
			.filter((language) -> !swept.contains(language))
			.limit(QUESTIONS)
			.toList();
	}

	private double cold(String language, double reference) throws IOException, InterruptedException {
		URI uri = this.tgr.gateway()
			.resolve("/trending?language=" + URLEncoder.encode(language, StandardCharsets.UTF_8));
		long start = System.nanoTime();
		JsonNode answer = this.tgr.http().json(uri);
		double seconds = (System.nanoTime() - start) / 1e9;
		System.out.printf("| %s | %.2f | %d | %.2f |%n", language, seconds, answer.path("items").size(),
				seconds / reference);
		return seconds;
	}

	private double sequential(int count) throws IOException, InterruptedException {
		long start = System.nanoTime();
		JsonNode found = this.tgr.http()
			.json(this.tgr.sandbox().resolve("/search/repositories?q=language:java&sort=stars&per_page=" + count));
		for (JsonNode item : found.path("items")) {
			this.tgr.http().json(this.tgr.sandbox().resolve("/repos/" + item.path("full_name").asString()));
		}
		return (System.nanoTime() - start) / 1e9;
	}

}
