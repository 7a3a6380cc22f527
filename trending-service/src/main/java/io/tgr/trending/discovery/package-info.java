/**
 * Finds candidates by search, has them measured, and keeps both current within the
 * budget.
 */
@NullMarked
package io.tgr.trending.discovery;

import org.jspecify.annotations.NullMarked;
