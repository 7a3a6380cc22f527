package io.tgr.cluster.kubernetes;

import java.time.Instant;
import java.time.format.DateTimeParseException;

import org.jspecify.annotations.Nullable;

/**
 * Reads the times of Kubernetes objects, with or without parts of a second.
 */
final class Timestamps {

	private Timestamps() {
	}

	static @Nullable Instant of(@Nullable String time) {
		try {
			return (time != null && !time.isEmpty()) ? Instant.parse(time) : null;
		}
		catch (DateTimeParseException ex) {
			return null;
		}
	}

	static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
		if (one == null || other == null) {
			return (one != null) ? one : other;
		}
		return (other.isAfter(one)) ? other : one;
	}

}
