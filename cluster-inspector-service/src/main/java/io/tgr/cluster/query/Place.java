package io.tgr.cluster.query;

import org.jspecify.annotations.Nullable;

import io.tgr.cluster.pod.PodKey;

/**
 * Where a row stands in an order, whether it is still there or not.
 *
 * @param value what it is ordered by, {@code null} if the name alone or nothing is known
 * @param key which pod
 */
public record Place(@Nullable Object value, PodKey key) {

}
