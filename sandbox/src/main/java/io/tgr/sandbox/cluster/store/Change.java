package io.tgr.sandbox.cluster.store;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happened to an object.
 *
 * @param version the version that the cluster had afterwards
 * @param type the kind of object
 * @param key where it is
 * @param before what it was; nothing when it was created
 * @param after what it is; nothing when it was deleted
 */
public record Change(long version, ResourceType type, ObjectKey key, @Nullable ObjectNode before,
		@Nullable ObjectNode after) {
}
