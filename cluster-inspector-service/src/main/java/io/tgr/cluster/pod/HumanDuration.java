package io.tgr.cluster.pod;

import java.time.Duration;

/**
 * Writes a duration as {@code kubectl} does: two or three significant figures.
 */
final class HumanDuration {

	private static final long HOUR = 60;

	private static final long DAY = 24;

	private static final long YEAR = 365;

	private HumanDuration() {
	}

	/**
	 * Writes a duration.
	 * @param duration the duration; a little less than nothing, as of clocks that differ,
	 * counts as nothing
	 * @return such as {@code 5m30s} or {@code 2d3h}
	 */
	static String of(Duration duration) {
		long seconds = duration.toMillis() / 1000;
		if (seconds <= -2) {
			return "<invalid>";
		}
		if (seconds < 120) {
			return Math.max(seconds, 0) + "s";
		}
		long minutes = seconds / 60;
		if (minutes < 10) {
			return two(minutes, "m", seconds % 60, "s");
		}
		if (minutes < 3 * HOUR) {
			return minutes + "m";
		}
		return ofHours(minutes / HOUR, minutes % HOUR);
	}

	private static String ofHours(long hours, long minutes) {
		if (hours < 8) {
			return two(hours, "h", minutes, "m");
		}
		if (hours < 2 * DAY) {
			return hours + "h";
		}
		long days = hours / DAY;
		if (days < 8) {
			return two(days, "d", hours % DAY, "h");
		}
		if (days < 2 * YEAR) {
			return days + "d";
		}
		return (days < 8 * YEAR) ? two(days / YEAR, "y", days % YEAR, "d") : days / YEAR + "y";
	}

	private static String two(long one, String unit, long other, String smaller) {
		return (other != 0) ? one + unit + other + smaller : one + unit;
	}

}
