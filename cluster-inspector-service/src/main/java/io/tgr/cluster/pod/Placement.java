package io.tgr.cluster.pod;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where a pod runs.
 *
 * @param node the NODE column, {@code null} before it has one
 * @param nominatedNode the NOMINATED NODE column
 * @param ips its addresses, the IP column first; empty before it has one
 * @param hostNetwork whether it uses its node's network
 */
public record Placement(@Nullable String node, @Nullable String nominatedNode, List<String> ips, boolean hostNetwork) {

}
