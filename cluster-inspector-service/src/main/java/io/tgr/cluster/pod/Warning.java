package io.tgr.cluster.pod;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A warning event about a pod.
 *
 * @param uid the event's uid
 * @param podUid the pod's uid
 * @param reason such as {@code BackOff}
 * @param message what happened, in the words of whoever reports it
 * @param count how often
 * @param firstSeenAt when it happened first
 * @param lastSeenAt when it happened last
 */
public record Warning(String uid, String podUid, String reason, String message, int count,
		@Nullable Instant firstSeenAt, @Nullable Instant lastSeenAt) {

}
