/**
 * Ranks what has been measured: windows, the published formula, rankings kept in memory.
 */
@NullMarked
package io.tgr.trending.ranking;

import org.jspecify.annotations.NullMarked;
