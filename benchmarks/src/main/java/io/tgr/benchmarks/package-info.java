/**
 * Measures the targets of {@code docs/performance.md} over HTTP, as ratios in one run.
 */
@NullMarked
package io.tgr.benchmarks;

import org.jspecify.annotations.NullMarked;
