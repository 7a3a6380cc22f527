package io.tgr.cluster.kubernetes;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A condition of a pod.
 *
 * @param type such as {@code Ready}
 * @param status {@code True}, {@code False} or {@code Unknown}
 * @param reason why, in a word
 * @param message why
 * @param since since when
 */
public record PodConditionRow(String type, String status, @Nullable String reason, @Nullable String message,
		@Nullable Instant since) {

}
