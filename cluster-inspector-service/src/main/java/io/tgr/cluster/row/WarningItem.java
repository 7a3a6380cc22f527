package io.tgr.cluster.row;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Warning;

/**
 * A warning event about a pod.
 *
 * @param reason such as {@code BackOff}
 * @param message what happened, in the words of whoever reports it
 * @param count how often
 * @param lastSeenAt when it happened last
 */
public record WarningItem(String reason, String message, int count, @Nullable Instant lastSeenAt) {

	static WarningItem of(Warning warning) {
		return new WarningItem(warning.reason(), warning.message(), warning.count(), warning.lastSeenAt());
	}

}
