package io.tgr.cluster.kubernetes;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * An event about a pod.
 *
 * @param type {@code Normal} or {@code Warning}
 * @param reason such as {@code Pulled}
 * @param message what happened, in the words of whoever reports it
 * @param reporter who reports it, such as {@code kubelet}
 * @param count how often
 * @param firstSeenAt when it happened first
 * @param lastSeenAt when it happened last
 */
public record PodEvent(String type, String reason, String message, String reporter, int count,
		@Nullable Instant firstSeenAt, @Nullable Instant lastSeenAt) {

}
