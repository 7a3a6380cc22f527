package io.tgr.benchmarks;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Recall at one moment.
 *
 * @param at when
 * @param byLanguage recall of each language in each {@link Window}
 * @param all recall of all languages together
 */
record RecallLook(Instant at, List<double[]> byLanguage, double[] all) {

	static RecallLook at(Instant at, Recall recall, List<String> languages) throws IOException, InterruptedException {
		List<double[]> byLanguage = new ArrayList<>();
		for (String language : languages) {
			byLanguage.add(recall.of(language));
		}
		return new RecallLook(at, byLanguage, recall.of(null));
	}

	double mean(Window window) {
		return this.byLanguage.stream().mapToDouble((recalls) -> recalls[window.ordinal()]).average().orElse(0);
	}

	/**
	 * The mean of one language over several looks.
	 * @param looks the looks
	 * @param language the index of the language
	 * @param window the window
	 * @return its mean
	 */
	static double mean(List<RecallLook> looks, int language, Window window) {
		return looks.stream()
			.mapToDouble((look) -> look.byLanguage().get(language)[window.ordinal()])
			.average()
			.orElse(0);
	}

	/**
	 * The language that is seen worst.
	 * @param looks the looks
	 * @param languages the languages
	 * @param window the window
	 * @return its index
	 */
	static int worst(List<RecallLook> looks, List<String> languages, Window window) {
		return IntStream.range(0, languages.size())
			.boxed()
			.min((one, other) -> Double.compare(mean(looks, one, window), mean(looks, other, window)))
			.orElseThrow();
	}

}
