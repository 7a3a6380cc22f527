package io.tgr.cluster.pod;

import org.jspecify.annotations.Nullable;

/**
 * What the specification of a pod settles, as far as it can be selected or sorted by.
 *
 * @param serviceAccount the service account it runs as
 * @param restartPolicy {@code Always}, {@code OnFailure} or {@code Never}
 * @param scheduler the scheduler's name
 * @param qosClass {@code Guaranteed}, {@code Burstable} or {@code BestEffort}
 * @param priorityClass its priority class
 */
public record PodSettings(@Nullable String serviceAccount, String restartPolicy, @Nullable String scheduler,
		@Nullable String qosClass, @Nullable String priorityClass) {

}
