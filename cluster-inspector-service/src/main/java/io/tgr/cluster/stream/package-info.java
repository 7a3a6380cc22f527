/**
 * Pods as they change: server-sent events.
 */
@NullMarked
package io.tgr.cluster.stream;

import org.jspecify.annotations.NullMarked;
