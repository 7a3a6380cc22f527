/**
 * Who asks, and what they may see.
 */
@NullMarked
package io.tgr.cluster.access;

import org.jspecify.annotations.NullMarked;
