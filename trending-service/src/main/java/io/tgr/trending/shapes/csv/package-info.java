/**
 * A ranking as a table.
 */
@NullMarked
package io.tgr.trending.shapes.csv;

import org.jspecify.annotations.NullMarked;
