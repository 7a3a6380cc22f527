/**
 * Keeps the ranking of every day, and tells from it what was before.
 */
@NullMarked
package io.tgr.trending.archive;

import org.jspecify.annotations.NullMarked;
