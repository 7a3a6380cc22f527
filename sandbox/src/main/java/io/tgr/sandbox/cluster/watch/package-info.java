/**
 * Watches: streams of changes with bookmarks.
 */
@NullMarked
package io.tgr.sandbox.cluster.watch;

import org.jspecify.annotations.NullMarked;
