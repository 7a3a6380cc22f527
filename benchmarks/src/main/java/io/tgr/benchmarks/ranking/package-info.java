/**
 * Compares the ranking with github.com/trending and with the stars gained afterwards, on
 * real days of the past.
 */
@NullMarked
package io.tgr.benchmarks.ranking;

import org.jspecify.annotations.NullMarked;
