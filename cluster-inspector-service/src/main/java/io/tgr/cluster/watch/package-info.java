/**
 * What runs in the cluster, kept current by watches.
 */
@NullMarked
package io.tgr.cluster.watch;

import org.jspecify.annotations.NullMarked;
