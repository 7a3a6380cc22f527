/**
 * The cluster living by itself: rolling, crashing, waiting, finishing.
 */
@NullMarked
package io.tgr.sandbox.cluster.life;

import org.jspecify.annotations.NullMarked;
