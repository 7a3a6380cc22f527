package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.Owner;

/**
 * What stands between a pod and what it belongs to in the end.
 *
 * @param uid its uid
 * @param self what it is
 * @param controller what manages it, {@code null} if nothing does
 */
public record OwnerLink(String uid, Owner self, @Nullable Owner controller) {

}
