package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

/**
 * A volume of a pod.
 *
 * @param name its name
 * @param kind such as {@code persistentVolumeClaim}, {@code configMap} or {@code secret}
 * @param from the name of the claim, ConfigMap or Secret
 */
public record PodVolume(String name, String kind, @Nullable String from) {

}
