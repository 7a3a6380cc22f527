/**
 * What callers are told when the Kubernetes API fails, or does not let us.
 */
@NullMarked
package io.tgr.cluster.failure;

import org.jspecify.annotations.NullMarked;
