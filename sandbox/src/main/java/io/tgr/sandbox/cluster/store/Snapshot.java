package io.tgr.sandbox.cluster.store;

import java.util.List;

import tools.jackson.databind.node.ObjectNode;

/**
 * The objects of a kind at one version; they are shared, so nobody changes them.
 *
 * @param version the version of the cluster
 * @param objects the objects, in the order of their paths
 */
public record Snapshot(long version, List<ObjectNode> objects) {
}
