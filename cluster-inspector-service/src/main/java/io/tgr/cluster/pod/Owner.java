package io.tgr.cluster.pod;

import org.jspecify.annotations.Nullable;

/**
 * What a pod belongs to: its controller, or what stands behind that one.
 *
 * @param kind such as {@code ReplicaSet} or {@code Deployment}
 * @param name its name, in the namespace of the pod
 * @param uid its uid, {@code null} if not known
 */
public record Owner(String kind, String name, @Nullable String uid) {

}
