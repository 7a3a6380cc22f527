package io.tgr.trending;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an answer rests on.
 *
 * @param candidates repositories known
 * @param measured those measured on every day of the window, and so ranked
 * @param missing why not all, or not yet
 */
public record Coverage(int candidates, int measured, List<String> missing) {

	boolean lacks(String word) {
		return this.missing.contains(word);
	}

	Coverage with(String word) {
		return new Coverage(this.candidates, this.measured,
				Stream.concat(this.missing.stream(), Stream.of(word)).distinct().toList());
	}

}
