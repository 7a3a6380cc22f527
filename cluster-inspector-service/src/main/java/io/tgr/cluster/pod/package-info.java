/**
 * What is kept of a pod, in nobody's words but an operator's.
 */
@NullMarked
package io.tgr.cluster.pod;

import org.jspecify.annotations.NullMarked;
