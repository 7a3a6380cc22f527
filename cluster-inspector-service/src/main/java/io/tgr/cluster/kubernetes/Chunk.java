package io.tgr.cluster.kubernetes;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A part of a list.
 *
 * @param items what is kept of the objects
 * @param next the token that brings the next part, {@code null} at the end
 * @param resourceVersion the version that a watch goes on from, the same in all parts
 * @param remaining how many objects are left, {@code null} if the API server does not say
 * @param <R> what is kept of one object
 */
public record Chunk<R>(List<R> items, @Nullable String next, String resourceVersion, @Nullable Long remaining) {

}
