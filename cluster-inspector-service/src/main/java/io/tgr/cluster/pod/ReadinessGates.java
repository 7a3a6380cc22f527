package io.tgr.cluster.pod;

/**
 * The READINESS GATES column.
 *
 * @param ready how many of them are true
 * @param total how many there are
 */
public record ReadinessGates(int ready, int total) {

}
