package io.tgr.trending.discovery;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Scopes whose search failed rest for a minute, and twice as long each time while the
 * searches of others succeed, so that one scope never holds up the rest. Used by one
 * thread at a time.
 */
class SearchRests {

	private static final int MOST_DOUBLINGS = 6;

	private static final Duration SHORTEST = Duration.ofMinutes(1);

	private static final Duration LONGEST = Duration.ofHours(1);

	private final Map<Scope, Rest> rests = new HashMap<>();

	private long successes;

	void succeeded(Scope scope) {
		this.successes++;
		this.rests.remove(scope);
	}

	void failed(Scope scope, Instant now) {
		Rest before = this.rests.get(scope);
		int doublings = (before != null) ? before.doublings() : 0;
		// When nothing succeeds, it is not the scope's fault.
		if (before != null && before.successes() < this.successes) {
			doublings = Math.min(MOST_DOUBLINGS, doublings + 1);
		}
		Duration rest = SHORTEST.multipliedBy(1L << doublings);
		this.rests.put(scope,
				new Rest(now.plus((rest.compareTo(LONGEST) < 0) ? rest : LONGEST), doublings, this.successes));
	}

	boolean isResting(Scope scope, Instant now) {
		Rest rest = this.rests.get(scope);
		return rest != null && rest.until().isAfter(now);
	}

	/**
	 * One scope's rest.
	 */
	private record Rest(Instant until, int doublings, long successes) {

	}

}
