/**
 * What a large store of trending-service costs: size, start and memory.
 */
@NullMarked
package io.tgr.benchmarks.store;

import org.jspecify.annotations.NullMarked;
