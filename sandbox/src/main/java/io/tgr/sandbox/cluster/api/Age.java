package io.tgr.sandbox.cluster.api;

import java.time.Duration;
import java.time.Instant;

/**
 * Ages as kubectl prints them.
 */
final class Age {

	private Age() {
	}

	static String between(Instant since, Instant now) {
		Duration age = Duration.between(since, now);
		long seconds = age.toSeconds();
		if (seconds < -1) {
			return "<invalid>";
		}
		if (seconds < 120) {
			return Math.max(0, seconds) + "s";
		}
		long minutes = age.toMinutes();
		if (minutes < 10) {
			return two(minutes, "m", seconds % 60, "s");
		}
		if (minutes < 180) {
			return minutes + "m";
		}
		long hours = age.toHours();
		if (hours < 8) {
			return two(hours, "h", minutes % 60, "m");
		}
		if (hours < 48) {
			return hours + "h";
		}
		return days(hours);
	}

	private static String days(long hours) {
		long days = hours / 24;
		if (days < 8) {
			return two(days, "d", hours % 24, "h");
		}
		if (days < 2 * 365) {
			return days + "d";
		}
		return (days < 8 * 365) ? two(days / 365, "y", days % 365, "d") : days / 365 + "y";
	}

	private static String two(long large, String unit, long small, String smallUnit) {
		return (small == 0) ? large + unit : large + unit + small + smallUnit;
	}

}
