/**
 * What this service knows: repositories seen by search, and their stars per day once
 * measured.
 */
@NullMarked
package io.tgr.trending.pool;

import org.jspecify.annotations.NullMarked;
