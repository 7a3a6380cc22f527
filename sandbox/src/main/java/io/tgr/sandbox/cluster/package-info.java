/**
 * A Kubernetes API to develop and test against: a small living cluster, and faults on
 * demand.
 */
@NullMarked
package io.tgr.sandbox.cluster;

import org.jspecify.annotations.NullMarked;
