/**
 * A ranking as it changes, as server-sent events.
 */
@NullMarked
package io.tgr.trending.shapes.stream;

import org.jspecify.annotations.NullMarked;
