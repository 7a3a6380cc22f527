package io.tgr.trending;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/**
 * Guesses what somebody meant who misspelt a name.
 */
final class Nearest {

	private static final double LIKELY = 0.75;

	private static final int MOST = 3;

	private Nearest() {
	}

	static List<String> to(String value, Collection<String> names) {
		JaroWinklerSimilarity similarity = new JaroWinklerSimilarity();
		String wanted = value.strip().toLowerCase(Locale.ROOT);
		Comparator<String> likelyFirst = Comparator
			.comparingDouble((name) -> -similarity.apply(wanted, name.toLowerCase(Locale.ROOT)));
		return names.stream()
			.filter((name) -> similarity.apply(wanted, name.toLowerCase(Locale.ROOT)) >= LIKELY)
			.sorted(likelyFirst.thenComparing(Comparator.naturalOrder()))
			.limit(MOST)
			.toList();
	}

}
