package io.tgr.trending.shapes.badge;

/**
 * What a badge says.
 *
 * @param message what stands right of the label
 * @param title what it says to who cannot see it, or points at it
 * @param colour what the message stands on, dark enough for white letters
 */
record Badge(String message, String title, String colour) {

	private static final String BEST = "#2e7d32";

	private static final String GOOD = "#1565c0";

	private static final String NONE = "#666";

	private static final int FEW = 10;

	static Badge of(String fullName, BestPlace place) {
		return new Badge(place.text(), "%s is trending: %s (%s)".formatted(fullName, place.text(), place.day()),
				(place.rank() <= FEW) ? BEST : GOOD);
	}

	static Badge notTrending(String fullName) {
		return new Badge("not now", "%s is not trending now".formatted(fullName), NONE);
	}

	static Badge notTracked(String fullName) {
		return new Badge("not tracked", "%s is not among the repositories tracked here".formatted(fullName), NONE);
	}

}
