/**
 * {@code GET /pods}: the pods of the cluster, as an operator wants to see them.
 */
@NullMarked
package io.tgr.cluster;

import org.jspecify.annotations.NullMarked;
