package io.tgr.trending.discovery;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

/**
 * What stands in the way of a sweep, a word for each kind of work, and since when what is
 * known has been stale for it. Used by one thread at a time.
 */
class Obstacles {

	private final Map<Work, String> words = new EnumMap<>(Work.class);

	private @Nullable Instant staleSince;

	/**
	 * Something stands in the way.
	 * @param work the work it hinders
	 * @param word its word in answers
	 * @param now the present time, {@code null} while nothing is known that could be
	 * stale
	 */
	void met(Work work, String word, @Nullable Instant now) {
		this.words.put(work, word);
		if (this.staleSince == null) {
			this.staleSince = now;
		}
	}

	void gone(Work work) {
		this.words.remove(work);
		if (this.words.isEmpty()) {
			this.staleSince = null;
		}
	}

	Set<String> words() {
		return new TreeSet<>(this.words.values());
	}

	Map<Work, String> all() {
		return Map.copyOf(this.words);
	}

	void restore(Map<Work, String> kept, @Nullable Instant since) {
		this.words.clear();
		this.words.putAll(kept);
		this.staleSince = since;
	}

	@Nullable Instant staleSince() {
		return this.staleSince;
	}

	/**
	 * The two kinds of work, each of which can be hindered by itself.
	 */
	enum Work {

		SEARCHING, MEASURING

	}

}
