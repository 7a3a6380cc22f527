package io.tgr.cluster.pod;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * How a pod is, in the words of {@code kubectl get pods}.
 *
 * @param phase {@code status.phase}
 * @param status the STATUS column
 * @param readyContainers the first figure of the READY column
 * @param totalContainers the second figure of the READY column
 * @param restarts the RESTARTS column
 * @param restartedAt when the last restart was, which the RESTARTS column tells as "ago"
 * @param ready whether its Ready condition is true
 * @param readinessGates its readiness gates, {@code null} if it has none
 * @param deletedAt when it has to be gone, {@code null} unless it is being deleted
 */
public record PodState(String phase, String status, int readyContainers, int totalContainers, int restarts,
		@Nullable Instant restartedAt, boolean ready, @Nullable ReadinessGates readinessGates,
		@Nullable Instant deletedAt) {

}
