/**
 * A ranking as a feed: Atom and RSS.
 */
@NullMarked
package io.tgr.trending.shapes.feed;

import org.jspecify.annotations.NullMarked;
