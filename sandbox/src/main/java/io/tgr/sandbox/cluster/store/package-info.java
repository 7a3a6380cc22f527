/**
 * The objects of the cluster, their versions and what happened to them.
 */
@NullMarked
package io.tgr.sandbox.cluster.store;

import org.jspecify.annotations.NullMarked;
