/**
 * The Kubernetes API as seen by this service; nothing else knows its client.
 */
@NullMarked
package io.tgr.cluster.kubernetes;

import org.jspecify.annotations.NullMarked;
