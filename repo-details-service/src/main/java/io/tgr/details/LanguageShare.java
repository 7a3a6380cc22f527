package io.tgr.details;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A language and how much of a repository is written in it.
 *
 * @param name the language by GitHub's name
 * @param bytes bytes of code
 * @param percent share of all bytes of code, to one decimal
 */
public record LanguageShare(String name, long bytes, double percent) {

	/**
	 * Shares of the whole.
	 * @param bytes bytes of code by language
	 * @param total bytes of code in all languages
	 * @return the languages, the biggest first
	 */
	public static List<LanguageShare> of(Map<String, Long> bytes, long total) {
		return bytes.entrySet()
			.stream()
			.map((entry) -> new LanguageShare(entry.getKey(), entry.getValue(), percent(entry.getValue(), total)))
			.sorted(Comparator.comparingLong(LanguageShare::bytes).reversed().thenComparing(LanguageShare::name))
			.toList();
	}

	private static double percent(long part, long total) {
		return (total > 0) ? Math.round(part * 1000.0 / total) / 10.0 : 0;
	}

}
