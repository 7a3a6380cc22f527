/**
 * What this service knows outlives it: the pool written behind to the store, and read
 * back at the start or when another replica changes it.
 */
@NullMarked
package io.tgr.trending.memory;

import org.jspecify.annotations.NullMarked;
